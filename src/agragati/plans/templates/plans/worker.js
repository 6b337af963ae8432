{% load static %}// Without a network: the entry pages that this person opened, and their files. Nothing else is kept or answered.
const files = "{% get_static_prefix %}";
const kept = async (request) => {
  for (const name of (await caches.keys()).filter((each) => each.startsWith("entry:"))) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true, ignoreVary: true });
    if (found) return found;
  }
};
const another = async () => {
  for (const name of (await caches.keys()).filter((each) => each.startsWith("entry:"))) {
    const pages = (await (await caches.open(name)).keys()).filter((each) => !new URL(each.url).pathname.startsWith(files));
    if (pages.length) return Response.redirect(pages[pages.length - 1].url);
  }
  return Response.error();
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const isFile = new URL(request.url).pathname.startsWith(files);
  if (request.method !== "GET" || !(isPage || isFile)) return;
  event.respondWith(fetch(request).catch(async () => (await kept(request)) ?? (isPage ? another() : Response.error())));
});
