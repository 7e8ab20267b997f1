// Puts what the address says on the page and its button.
const choice = Object.fromEntries(new URLSearchParams(location.search));
const {documentElement: root} = document;
const button = document.querySelector('telnyx-call-button');

root.lang = choice.lang || 'en';
root.dir = choice.dir || (/^(ar|he|fa|ur)/.test(root.lang) ? 'rtl' : 'ltr');
root.dataset.theme = choice.theme || 'light';
if (choice.accent) button.style.setProperty('--telnyx-call-accent', choice.accent);
for (const name of ['preview', 'layout', 'position', 'theme', 'controls', 'label']) {
  if (choice[name]) button.setAttribute(name, choice[name]);
}
