// Every name that `preview` takes, in a frame of its own.
const LANGUAGES =
  'en es fr de it pt pt-BR nl pl cs sv da nb fi ro hu el tr uk ru ar he fa ur hi zh-Hans zh-Hant ja ko';
const form = document.querySelector('#choice');
const list = document.querySelector('#frames');

form.elements.lang.append(...LANGUAGES.split(' ').map((tag) => new Option(tag)));
for (const [name, value] of new URLSearchParams(location.search)) {
  if (form.elements[name]) form.elements[name].value = value;
}

const names = await (await fetch('/previews.json')).json();
const frames = names.map((name) => {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const frame = document.createElement('iframe');
  heading.textContent = frame.title = name;
  frame.loading = 'lazy';
  item.append(heading, frame);
  return {name, item, frame};
});
list.append(...frames.map(({item}) => item));

function show() {
  const {width, ...choice} = Object.fromEntries(new FormData(form));
  for (const {name, frame} of frames) {
    frame.width = width;
    frame.src = `/gallery-frame.html?${new URLSearchParams({preview: name, ...choice})}`;
  }
}

form.addEventListener('change', () => {
  history.replaceState(null, '', `?${new URLSearchParams(new FormData(form))}`);
  show();
});
show();
