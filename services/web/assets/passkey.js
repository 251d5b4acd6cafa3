// It stands on the pages where a device is asked for a passkey, which no browser does without
// script: it asks, writes the answer into the page's form and sends that. It loads nothing and speaks to nobody.
(() => {
  "use strict";
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => {
    const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };

  const options = () => {
    const asked = JSON.parse(form.dataset.options).publicKey;
    const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
    asked.challenge = bytes(asked.challenge);
    if (asked.user) asked.user.id = bytes(asked.user.id);
    if (asked.excludeCredentials) asked.excludeCredentials = named(asked.excludeCredentials);
    if (asked.allowCredentials) asked.allowCredentials = named(asked.allowCredentials);
    return { publicKey: asked };
  };

  const told = (credential) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
  };

  const show = (state) => {
    for (const part of form.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  };

  const ask = async () => {
    show("asking");
    try {
      const creating = form.dataset.passkey === "create";
      const credential = await (creating ? navigator.credentials.create(options()) : navigator.credentials.get(options()));
      form.elements.namedItem("credential").value = told(credential);
      form.submit();
    } catch {
      show("failed");
      form.querySelector("button").focus();
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  ask();
})();
