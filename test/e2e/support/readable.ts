import type {Visitor} from './visitor.js';

/** Everything that the page holds where somebody could read it. */
export const readable = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate(() => {
    const markup = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((element) => element.outerHTML + (element.shadowRoot ? markup(element.shadowRoot) : ''))
        .join('');
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({...store}));
    return [
      location.href,
      document.cookie,
      markup(document),
      ...stores,
      JSON.stringify(window.diary),
      JSON.stringify(performance.getEntries()),
      JSON.stringify(history.state),
    ].join('\n');
  });

/** Everything that a page writes to its console and asks for, from now on. */
export function said({page}: Visitor): string[] {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('request', (request) =>
    lines.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ''),
  );
  page.on('websocket', (socket) => lines.push(socket.url()));
  return lines;
}
