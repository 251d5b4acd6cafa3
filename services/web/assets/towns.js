// It offers towns while one is typed. It asks this very host, by the name of a document that is kept there, and nobody else; all words
// come from the page. It never sends the form.
(() => {
  "use strict";
  const said = document.currentScript.dataset;

  const mark = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const made = (kind, attributes) => mark(document.createElement(kind), attributes);
  const find = async (search) => {
    const body = JSON.stringify({ documentId: "towns", variables: { search } });
    const answer = await fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body });
    return (await answer.json()).data.places;
  };

  // One question at a time. Whoever has typed on, chosen or gone away wishes for its answer no more.
  let timer, busy, wish;
  const ask = async () => {
    const mine = wish;
    if (busy || !mine) return;
    busy = true;
    const found = await find(mine.search).catch(() => []);
    busy = false;
    if (wish === mine) mine.show(found);
    else ask();
  };

  const look = (field) => {
    const id = field.id + "-towns";
    const list = made("ul", { id, class: "towns", role: "listbox", "aria-label": said.list, hidden: "" });
    const offers = list.children;
    const told = made("p", { class: "vh", role: "status" });
    let at = -1;

    const point = (to) => {
      at = to;
      for (const one of offers) mark(one, { "aria-selected": one === offers[at] });
      if (!offers[at]) return field.removeAttribute("aria-activedescendant");
      mark(field, { "aria-activedescendant": offers[at].id });
      offers[at].scrollIntoView({ block: "nearest" });
    };
    const open = (whether, words) => {
      clearTimeout(timer);
      wish = null;
      list.hidden = !whether;
      mark(field, { "aria-expanded": whether });
      told.textContent = words;
      point(-1);
    };
    const take = (one) => {
      field.value = one.dataset.words;
      open(false, one.textContent);
    };

    const show = (found) => {
      list.textContent = "";
      for (const town of found.slice(0, 8)) {
        const one = made("li", { id: id + offers.length, role: "option", "data-words": town[field.dataset.towns] });
        one.textContent = town.label;
        list.append(one);
      }
      const words = offers.length > 1 ? said.several.replace("#n", offers.length) : said.one;
      open(offers.length > 0, offers.length ? words : "");
    };
    const later = () => {
      clearTimeout(timer);
      wish = null;
      point(-1);
      timer = setTimeout(() => {
        const search = field.value.trim();
        if (search.length < 2 || search.length > 40) return show([]);
        wish = { search, show };
        ask();
      }, 250);
    };

    const onKey = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.isComposing || (list.hidden && !step)) return;
      if (list.hidden) later();
      else if (step) point(step > 0 ? (at + 1) % offers.length : (at > 0 ? at : offers.length) - 1);
      else if (event.key === "Enter" && offers[at]) take(offers[at]);
      else if (event.key === "Escape") open(false, "");
      else return;
      event.preventDefault();
    };

    mark(field, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": id });
    // What a browser remembers would lie over the list.
    if (!field.autocomplete) field.autocomplete = "off";
    field.parentNode.classList.add("field--towns");
    field.after(list, told);
    field.addEventListener("input", later);
    field.addEventListener("keydown", onKey);
    field.addEventListener("blur", () => open(false, ""));
    // The focus stays in the field.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => event.target !== list && take(event.target));
  };

  document.querySelectorAll("input[data-towns]").forEach(look);
})();
