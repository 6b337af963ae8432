// Judges an entry as the server does. Every shape, limit and sentence comes from the server's own table
// (rules/entry_checks.py), which the page carries as data; here is only how to read it.
const BANGLA = "০১২৩৪৫৬৭৮৯";
const latin = (text) => text.replace(/[০-৯]/g, (digit) => BANGLA.indexOf(digit));
const bangla = (value) => String(value).replace(/\d/g, (digit) => BANGLA[digit]);
const long = (text) => [...text].length;
const whole = (shape) => new RegExp(`^(?:${shape})$`, "u");
const given = (value) => value !== undefined && value !== null;

export const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Dhaka" });

const readDay = ({ shapes, years, words }, text) => {
  const plain = long(text) <= 40 ? latin(text).replace(/\s+/g, "") : "";
  const [iso, dayFirst, shortYear] = shapes.map(whole);
  const match = plain.match(iso) ?? plain.match(dayFirst);
  if (!match) return { words: plain.match(shortYear) ? words.short_year : words.shape };
  const [year, month, day] = (match.length === 4 ? match.slice(1) : [match[4], match[3], match[1]]).map(Number);
  if (year < years[0] || year > years[1]) return { words: words.year };
  if (month < 1 || month > 12) return { words: words.month, params: { month: bangla(month) } };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
    return { words: words.day, params: { day: bangla(day), month: bangla(month), year: bangla(year) } };
  }
  return { value: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` };
};

const readNumber = ({ shape, words }, text) => {
  const match = long(text) <= 60 && latin(text).trim().match(whole(shape));
  if (!match || !(match.groups.whole || match.groups.part)) return { words: words.shape };
  const digits = (match.groups.whole ?? "0").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  return { value: (match.groups.sign && match.groups.sign !== "+" ? "-" : "") + digits + (match.groups.part ?? "") };
};

const readMemo = ({ shapes, words }, text) => {
  const [label, ...forms] = shapes;
  const plain = long(text) <= 200 ? latin(text) : "";
  const number = plain.replace(new RegExp(label, "iu"), "").trim().replace(/[।,;]+$/u, "").trimEnd();
  const match = forms.map((form) => number.match(whole(form))).find(Boolean);
  if (match?.groups.issue) return { value: text };
  if (match) {
    const { issue, joint, endorsement, ...groups } = match.groups;
    return { words: words.issue, params: { number: bangla(Object.values(groups).join(".")) } };
  }
  return { words: (number.match(/\d/g) ?? []).length >= 12 ? words.length : words.shape };
};

// Two decimals as whole numbers of one scale, so that nothing is rounded.
const scaled = (one, other) => {
  const places = Math.max(...[one, other].map((text) => (text.split(".")[1] ?? "").length));
  return [one, other].map((text) => {
    const [left, right = ""] = text.split(".");
    return BigInt(left.replace("-", "") + right.padEnd(places, "0")) * (text.startsWith("-") ? -1n : 1n);
  });
};
const compare = (one, other) => {
  const [left, right] = scaled(one, other);
  return left < right ? -1 : Number(left > right);
};

const kinds = {
  not_future: (value, more, values, day) => value <= day,
  between: (value, { first, last }) => first <= value && value <= last,
  needed: (value) => Boolean((value ?? "").trim()),
  given: (value) => given(value),
  absent: (value) => !given(value),
  not_negative: (value) => !given(value) || compare(value, "0") >= 0,
  below: (value, { limit }) => !given(value) || compare(value, limit) < 0,
  whole: (value) => !given(value) || /^0*$/.test(value.split(".")[1] ?? ""),
  with: (value, { other }, values) => given(value) || !given(values[other]),
  without: (value, { other }, values) => !given(value) || !given(values[other]),
  at_most: (value, { other }, values) => !given(value) || !given(values[other]) || compare(values[other], "0") === 0 || compare(value, values[other]) <= 0,
};

const readField = (sheet, [name, kind, required, most], raw) => {
  const text = ["text", "memo"].includes(kind) ? raw.trim() : raw;
  if (text === "") return required ? { words: sheet.required } : {};
  if (most && long(text.replace(/\r?\n/g, "\r\n")) > most) return { words: sheet.long };
  if (kind === "day") return readDay(sheet.day, text);
  if (kind === "number") return readNumber(sheet.number, text);
  return kind === "memo" ? readMemo(sheet.memo, text) : { value: text };
};

// What is wrong with what was typed: [{field, words, params}]; how each field reads comes before how they fit.
export const verdict = (sheet, typed, day) => {
  const values = {};
  const faults = [];
  for (const field of sheet.fields) {
    const { value, words, params } = readField(sheet, field, typed[field[0]] ?? "");
    values[field[0]] = value;
    if (words) faults.push({ field: field[0], words, params });
  }
  if (faults.length) return { faults, provisional: "" };
  const part = (values.standing ?? "done") === "done" ? "done" : "other";
  for (const [field, kind, words, when, more] of sheet.checks) {
    if ((when && when !== part) || kinds[kind](values[field], more, values, day)) continue;
    const { numerator, denominator } = values;
    faults.push({ field, words, params: { numerator, denominator, number: values[field], ...more } });
  }
  const period = part === "done" && sheet.periods.find(([first, last]) => first <= values.day && values.day <= last);
  const stated = values.day > day ? values.day : day;
  return { faults, provisional: period && stated < period[2] ? period[2] : "" };
};

// A sentence of the table with its values, digits as the reader's language has them.
export const say = ({ words, params = {} }, isBangla) => words.replace(/%\((\w+)\)s/g, (all, name) => {
  const value = /^\d{4}-\d{2}-\d{2}$/.test(params[name]) ? params[name].split("-").reverse().join("/") : params[name];
  return isBangla ? bangla(value ?? "") : value ?? "";
});
