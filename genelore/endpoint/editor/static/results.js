// Cells of results: what a literal holds is text and never markup, and IRIs of the web lead to our pages.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const LONG = 40; // letters

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
}

function shortened(iri, prefixes = {}) {
  const known = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace));
  return known && { text: `${known[0]}:${iri.slice(known[1].length)}` };
}

// An IRI that is no address of the web, such as javascript:, leads nowhere.
function link({ value }, prefixes) {
  const short = shortened(value, prefixes);
  const shown = escaped(short?.text ?? value);
  const target = `/resolve?iri=${encodeURIComponent(value)}`;
  const made = /^https?:\/\//i.test(value)
    ? `<a class="iri" target="_blank" rel="noopener" title="${escaped(value)}" href="${escaped(target)}">${shown}</a>`
    : `<span class="iri">${shown}</span>`;
  return short || this.persistentConfig.compact ? made : `&lt;${made}&gt;`;
}

function literal(value, prefixes) {
  // A long text without blanks may be broken anywhere, so that the columns beside it have room.
  const isLong = value.value.length > LONG;
  const text = isLong ? `<span class="long">${escaped(value.value)}</span>` : escaped(value.value);
  if (this.persistentConfig.compact) return text;
  if (value["xml:lang"]) return `"${text}"<sup>@${escaped(value["xml:lang"])}</sup>`;
  if (!value.datatype) return text;
  return `"${text}"<sup>^^${link.call(this, { value: value.datatype }, prefixes)}</sup>`;
}

// What a column is searched and sorted by is parsed as HTML on the way, so it is escaped as well.
function searched(column) {
  const { render } = column;
  const escape = (value, use) => value?.value !== undefined && (!use || use === "filter" || use === "sort");
  return { ...column, render: (value, use, ...more) => (escape(value, use) ? escaped(value.value) : render(value, use, ...more)) };
}

export function mendTable(Table) {
  const { getColumns } = Table.prototype;
  Table.prototype.getUriLinkFromBinding = link;
  Table.prototype.formatLiteral = literal;
  Table.prototype.getColumns = function columns() {
    return getColumns.call(this).map(searched);
  };
}
