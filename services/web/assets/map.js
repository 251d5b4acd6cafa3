// The map of listings, where script runs: Leaflet takes the place of the drawing. All words come from the page, and so do the towns: its
// list beside the map. It fetches one file of ours, the outlines, and pictures only from the host that the page names.
(() => {
  "use strict";

  // Leaflet tries once, while it is loaded, whether a browser draws "<svg/>"; no other text may ever become markup.
  if (window.trustedTypes && trustedTypes.createPolicy) {
    trustedTypes.createPolicy("default", { createHTML: (text) => (text === "<svg/>" ? text : null) });
  }

  // Pixels within which towns are one marker.
  const TOGETHER = 52;
  const CLOSEST = { alone: 12, tiles: 17 };

  const made = (kind, name) => {
    const element = document.createElement(kind);
    element.className = name;
    return element;
  };

  const begin = () => {
    const page = document.querySelector("[data-geo]");
    if (!page || !window.L) return;
    const live = page.querySelector("[data-live]");
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const number = (element, name) => Number(element.dataset[name]);
    const towns = Array.from(document.querySelectorAll(".geo-town"), (row) => ({
      row,
      at: L.latLng(number(row, "north"), number(row, "east")),
      count: number(row, "count"),
      label: row.dataset.label,
    }));
    const bounds = L.latLngBounds([number(page, "south"), number(page, "west")], [number(page, "north"), number(page, "east")]);

    page.querySelector(".geo__drawing").setAttribute("hidden", "");
    page.querySelector("[data-tools]").hidden = false;
    live.hidden = false;
    const map = L.map(live, {
      attributionControl: false,
      zoomControl: false,
      minZoom: 1,
      maxZoom: page.dataset.tiles ? CLOSEST.tiles : CLOSEST.alone,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
      inertia: !calm,
      scrollWheelZoom: false,
    });
    const whole = () => map.fitBounds(bounds, { padding: [48, 48], maxZoom: 10, animate: !calm });
    whole();

    ground(page, map);
    const markers = L.layerGroup().addTo(map);
    const names = L.layerGroup().addTo(map);
    const known = JSON.parse(page.dataset.landmarks);
    const redraw = () => {
      const focused = live.contains(document.activeElement) && document.activeElement.dataset.towns;
      names.clearLayers();
      markers.clearLayers();
      const groups = together(map, towns);
      for (const group of groups) marker(page, map, group, calm).addTo(markers);
      if (!page.dataset.tiles) label(map, groups, known, names);
      follow(map, towns, markers);
      if (focused) refocus(live, focused);
    };
    map.on("zoomend", redraw);
    map.on("moveend", () => follow(map, towns, markers));
    redraw();

    live.addEventListener("keydown", (event) => {
      if (event.key === "Escape") map.closePopup();
    });
    page.querySelector("[data-tools]").addEventListener("click", (event) => {
      const tool = event.target.closest("[data-do]");
      if (!tool) return;
      if (tool.dataset.do === "in") map.zoomIn(1, { animate: !calm });
      if (tool.dataset.do === "out") map.zoomOut(1, { animate: !calm });
      if (tool.dataset.do === "whole") whole();
    });
    live.dataset.ready = "yes";
  };

  // Land and borders, or the pictures of the host that the page names. Nothing waits for them.
  const ground = (page, map) => {
    if (page.dataset.tiles) {
      L.tileLayer(page.dataset.tiles, { maxZoom: CLOSEST.tiles }).addTo(map);
      return;
    }
    const renderer = L.svg({ padding: 0.5 });
    const lines = (all, turn) =>
      all.map((steps) => {
        const points = [];
        let [east, north] = [turn * 36000, 0];
        for (let at = 0; at < steps.length; at += 2) {
          east += steps[at];
          north += steps[at + 1];
          points.push([north / 100, east / 100]);
        }
        return points;
      });
    const draw = (outlines) => {
      // Beyond the date line the Earth begins again.
      for (const turn of Number(page.dataset.east) > 150 ? [0, 1] : [0]) {
        const land = lines(outlines.land, turn).map((ring) => [ring]);
        L.polygon(land, { renderer, interactive: false, className: "geo-land", stroke: false }).addTo(map);
        L.polyline(lines(outlines.borders, turn), { renderer, interactive: false, className: "geo-border", weight: 1 }).addTo(map);
      }
    };
    fetch(page.dataset.outlines).then((answer) => answer.json()).then(draw, () => {});
  };

  // Towns of which no marker would lie over another; the busiest of each stands in its middle.
  const together = (map, towns) => {
    const groups = [];
    for (const town of towns) {
      const at = map.project(town.at);
      const group = groups.find((one) => one.middle.distanceTo(at) < TOGETHER);
      if (group) group.towns.push(town);
      else groups.push({ middle: at, towns: [town] });
    }
    return groups;
  };

  const marker = (page, map, group, calm) => {
    const [first] = group.towns;
    const count = group.towns.reduce((sum, town) => sum + town.count, 0);
    const button = made("button", "geo-marker");
    button.type = "button";
    button.dataset.towns = group.towns.map((town) => town.label).join("\n");
    button.append(String(count));
    const several = page.dataset.several.replace("#n", count).replace("#m", group.towns.length);
    button.setAttribute("aria-label", group.towns.length > 1 ? several : first.label);
    const icon = L.divIcon({ html: button, className: "geo-icon", iconSize: [44, 44] });
    const placed = L.marker(first.at, { icon, keyboard: false, riseOnHover: true });
    placed.on("click", () => {
      const around = L.latLngBounds(group.towns.map((town) => town.at));
      const closer = map.getBoundsZoom(around, false, L.point(60, 60));
      if (group.towns.length > 1 && map.getZoom() < map.getMaxZoom()) {
        const zoom = Math.min(Math.max(closer, map.getZoom() + 1), map.getMaxZoom());
        map.setView(around.getCenter(), zoom, { animate: !calm });
      } else {
        tell(page, map, placed, group, button);
      }
    });
    return placed;
  };

  // What the list says of the towns of a marker, over the map.
  const tell = (page, map, placed, group, button) => {
    const told = made("div", "geo-told");
    for (const town of group.towns) {
      const part = made("div", "geo-told__town");
      for (const child of town.row.children) part.append(child.cloneNode(true));
      told.append(part);
    }
    const close = page.querySelector("[data-close]").cloneNode(true);
    close.hidden = false;
    close.addEventListener("click", () => map.closePopup());
    told.append(close);
    const popup = L.popup({ closeButton: false, autoPan: true, maxWidth: 300, minWidth: 200, offset: [0, -14], autoPanPadding: [12, 12] });
    popup.setLatLng(placed.getLatLng()).setContent(told);
    popup.on("remove", () => {
      const within = told.contains(document.activeElement) || document.activeElement === document.body;
      if (within) (button.isConnected ? button : map.getContainer()).focus({ preventScroll: true });
    });
    popup.openOn(map);
    const link = told.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };

  // Names beside the markers of towns and of landmarks, for which there is room.
  const label = (map, groups, known, names) => {
    const taken = groups.map((group) => [group.middle.x - 24, group.middle.y - 24, group.middle.x + 24, group.middle.y + 24]);
    const free = (box) => !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
    const write = (at, name, box, kind, anchor) => {
      if (!free(box)) return;
      taken.push(box);
      const text = made("span", kind);
      text.append(name);
      const icon = L.divIcon({ html: text, className: "geo-icon", iconSize: [box[2] - box[0], 18], iconAnchor: anchor });
      L.marker(at, { icon, keyboard: false, interactive: false }).addTo(names);
    };
    for (const group of groups) {
      const [town] = group.towns;
      const name = town.row.querySelector("h3 a").textContent;
      const wide = name.length * 8 + 6;
      const { x, y } = group.middle;
      write(town.at, name, [x - wide / 2, y + 24, x + wide / 2, y + 42], "geo-label", [wide / 2, -24]);
    }
    for (const [north, east, name] of known) {
      const { x, y } = map.project([north, east]);
      const wide = name.length * 7.5 + 14;
      write([north, east], name, [x - 3, y - 9, x + wide, y + 9], "geo-known-label", [3, 9]);
    }
  };

  // The list holds what is in view, and no key leads to a marker that is not.
  const follow = (map, towns, markers) => {
    const view = map.getBounds();
    let seen = 0;
    for (const town of towns) {
      town.row.hidden = !view.contains(town.at);
      if (!town.row.hidden) seen += 1;
    }
    markers.eachLayer((one) => {
      one.getElement().querySelector("button").tabIndex = view.contains(one.getLatLng()) ? 0 : -1;
    });
    const said = document.querySelector("[data-in-view]");
    said.hidden = false;
    said.querySelector("[data-number]").textContent = String(seen);
  };

  // The marker that had the focus was drawn anew: the one that holds most of its towns has it now.
  const refocus = (live, labels) => {
    const wanted = labels.split("\n");
    const shares = (button) => button.dataset.towns.split("\n").filter((label) => wanted.includes(label)).length;
    const buttons = Array.from(live.querySelectorAll(".geo-marker")).filter((button) => shares(button) > 0);
    (buttons.sort((one, other) => shares(other) - shares(one))[0] || live).focus({ preventScroll: true });
  };

  // Leaflet stands behind this file and is there by then.
  document.addEventListener("DOMContentLoaded", begin);
})();
