// Offers push notices where the browser knows them; without this script the page only shows how many are on.
const place = document.querySelector("[data-push]");
if (place && "serviceWorker" in navigator && "PushManager" in window) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", async () => {
    const worker = await navigator.serviceWorker.register(place.dataset.worker);
    const key = Uint8Array.from(atob(place.dataset.push.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"];
    const answer = await fetch(place.dataset.to, {
      method: "POST", body: JSON.stringify(made), headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    });
    if (answer.ok) location.reload();
  });
}
