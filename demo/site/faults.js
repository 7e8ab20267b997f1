/* Each form is one verb of the gateway's control endpoint; its fields are the body. */
const REFRESH_MS = 1000;
const PHASES = {new: 'starting', ringing: 'ringing', early: 'early media', active: 'in call'};

const find = (id) => document.getElementById(id);
const {controlUrl, numbers} = await (await fetch('/config.json')).json();

find('robots').append(...numbers.slice(1).map(({name, title}) => new Option(`${name}: ${title}`, name)));
for (const form of document.forms) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const output = form.querySelector('output');
    const error = await send(form.dataset.verb, bodyOf(form));
    output.classList.toggle('failed', Boolean(error));
    output.value = error ?? `Done at ${new Date().toLocaleTimeString()}`;
    await refresh();
  });
}
await refresh();
setInterval(refresh, REFRESH_MS);

/** The body of a form's request: numbers, lists and switches as such, empty fields left out. */
function bodyOf(form) {
  const body = {};
  const user = find('user').value;
  if ('user' in form.dataset && user) body.user = user;
  for (const field of form.querySelectorAll('[name]')) {
    const {name, type, value, checked, dataset} = field;
    if (type === 'checkbox') body[name] = checked;
    else if ('json' in dataset) Object.assign(body, JSON.parse(value));
    else if ('list' in dataset)
      body[name] = value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean);
    else if (value) body[name] = type === 'number' || 'number' in dataset ? Number(value) : value;
  }
  // "Only to" nothing in particular means every method.
  if (form.dataset.verb === 'delay' && !body.methods.length) delete body.methods;
  return body;
}

/** Sends a verb; gives the reason if it did not work. */
async function send(verb, body) {
  try {
    const response = await fetch(`${controlUrl}/${verb}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(body),
    });
    return response.ok ? undefined : ((await response.json()).error ?? `Refused (${response.status})`);
  } catch {
    return 'The gateway does not answer.';
  }
}

async function refresh() {
  let state;
  try {
    state = await (await fetch(`${controlUrl}/state`)).json();
  } catch {
    find('counts').textContent = 'The gateway does not answer.';
    return;
  }
  find('clients').replaceChildren(...rows(state));
  const counts = `${state.sockets} open connections, ${state.logins} logins, ${state.reports.length} call reports.`;
  if (find('counts').textContent !== counts) find('counts').textContent = counts;
  const users = [...new Set(state.clients.map(({user}) => user))];
  offer(find('user'), ['', ...users]);
  offer(document.querySelector('[data-clients]'), users);
}

/** One row for each client, or for each of its calls. */
function rows({clients, legs}) {
  if (!clients.length) return [row([['td', 'Nobody is connected.', 'none', 7]])];
  return clients.flatMap(({user, connected}) => {
    const own = legs.filter((leg) => leg.user === user);
    return (own.length ? own : [undefined]).map((leg) =>
      row([
        ['th', user],
        ['td', connected ? 'open' : 'lost'],
        ['td', leg ? (leg.peer ?? leg.destination) : '–'],
        ['td', leg ? (leg.held ? 'on hold' : (PHASES[leg.phase] ?? leg.phase)) : '–'],
        ['td', leg?.dtmf || '–'],
        ['td', leg?.packetsReceived ?? '–'],
        ['td', leg?.packetsSent ?? '–'],
      ]),
    );
  });
}

function row(cells) {
  const line = document.createElement('tr');
  for (const [tag, textContent, className = '', colSpan = 1] of cells) {
    line.append(Object.assign(document.createElement(tag), {textContent, className, colSpan}));
  }
  return line;
}

/** Brings a list of users up to date; leaves it alone, and open, if nothing has changed. */
function offer(select, users) {
  const {value, length} = select;
  if (length === users.length && users.every((user, index) => select.options[index].value === user)) return;
  select.replaceChildren(...users.map((user) => new Option(user || 'everybody', user)));
  select.value = users.includes(value) ? value : (users[0] ?? '');
}
