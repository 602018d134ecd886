// Refusals of the server in its own words, which come as a problem document (RFC 9457).

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export async function explain(error) {
  const { title, detail } = read(error.text);
  if (!title) return undefined; // something else failed, and YASGUI shows it as it came
  const head = document.createElement("strong");
  head.textContent = title;
  const text = document.createElement("pre");
  text.textContent = detail ?? "";
  const shown = document.createElement("div");
  shown.setAttribute("role", "alert");
  shown.append(head, text);
  return shown;
}
