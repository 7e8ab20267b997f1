/* Lets whoever tries the demo choose who answers. Both call buttons follow. */
const form = document.querySelector('#numbers');
const buttons = document.querySelectorAll('telnyx-call-button');

const {telnyx, numbers} = await (await fetch('/config.json')).json();
if (!telnyx) form.append(...numbers.map(choice));

for (const field of [form, document.querySelector('#destination')]) {
  field.addEventListener('change', ({target}) => {
    for (const button of buttons) button.setAttribute('destination', target.value);
  });
}

/** One number as a radio button; the first is the one that the page begins with. */
function choice({number, name, title}, index) {
  const input = Object.assign(document.createElement('input'), {
    type: 'radio',
    name: 'number',
    value: name,
    defaultChecked: index === 0,
  });
  const text = document.createElement('span');
  const bold = document.createElement('b');
  const small = document.createElement('small');
  bold.textContent = `${name[0].toUpperCase()}${name.slice(1)}`;
  small.textContent = `${title}, ${number}`;
  text.append(bold, small);
  const label = document.createElement('label');
  label.append(input, text);
  return label;
}
