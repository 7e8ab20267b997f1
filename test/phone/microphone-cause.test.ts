import {expect, fixture, html} from '@open-wc/testing';
import {microphoneCause} from '../../src/phone/microphone-cause.js';
import {replace} from '../fakes/replace.js';

type Permission = PermissionState | 'unknown';

/** A browser that answers as told. `allows`: its word on the policy; undefined where it has none. */
function browser(permission: Permission, allows?: boolean): void {
  replace(navigator.permissions, 'query', async () => {
    if (permission === 'unknown') throw new TypeError();
    return {state: permission} as PermissionStatus;
  });
  replace(
    document,
    'featurePolicy' as never,
    (allows === undefined ? allows : {allowsFeature: () => allows}) as never,
  );
}

const denied = (message = '') => new DOMException(message, 'NotAllowedError');

describe('Why there is no microphone', () => {
  // What each browser really says: seen in Chromium 156 and Firefox 153, but for the system's settings.
  const rows: Array<[what: string, code: string, error: unknown, permission: Permission, allows?: boolean]> =
    [
      ['Chromium, denied', 'microphone-denied', denied('Permission denied'), 'denied', true],
      ['Chromium, closed', 'microphone-dismissed', denied('Permission dismissed'), 'prompt', true],
      [
        'Chromium, closed for the last time',
        'microphone-denied',
        denied('Permission dismissed'),
        'denied',
        true,
      ],
      ['Chromium, system', 'microphone-system', denied('Permission denied by system'), 'prompt', true],
      ['Chromium, system, nameless', 'microphone-system', denied('Permission denied'), 'granted', true],
      ['Chromium, policy', 'microphone-blocked', denied('Permission denied'), 'granted', false],
      ['Chromium, policy, denied too', 'microphone-blocked', denied('Permission denied'), 'denied', false],
      ['Firefox, denied', 'microphone-denied', denied('… the platform in the current context.'), 'denied'],
      ['Firefox, closed', 'microphone-dismissed', denied('… the platform in the current context.'), 'prompt'],
      ['knows no query, denied', 'microphone-denied', denied(), 'unknown'],
      ['knows no query, closed', 'microphone-dismissed', denied('Permission dismissed'), 'unknown'],
      ['no device', 'microphone-missing', new DOMException('', 'NotFoundError'), 'granted', true],
      ['Safari, no device', 'microphone-missing', new DOMException('', 'OverconstrainedError'), 'granted'],
      ['busy', 'microphone-busy', new DOMException('', 'NotReadableError'), 'granted', true],
      ['gave up', 'microphone-busy', new DOMException('', 'AbortError'), 'granted', true],
      ['page without an origin', 'microphone-blocked', new DOMException('', 'SecurityError'), 'prompt', true],
      ['anything else', 'microphone-busy', new TypeError('?'), 'granted', true],
      ['no error at all', 'microphone-busy', undefined, 'granted', true],
      ['null', 'microphone-busy', null, 'granted', true],
    ];
  for (const [what, code, error, permission, allows] of rows) {
    it(`${what}: ${code}`, async () => {
      browser(permission, allows);
      expect(await microphoneCause(error)).to.equal(code);
    });
  }

  it('the page is not secure', async () => {
    replace(window, 'isSecureContext' as never, false as never);
    expect(await microphoneCause(new TypeError())).to.equal('insecure-page');
  });

  it('the browser has no microphones', async () => {
    replace(navigator, 'mediaDevices', undefined as never);
    expect(await microphoneCause(new TypeError())).to.equal('unsupported');
  });

  it('the browser has no permissions', async () => {
    browser('prompt');
    replace(navigator, 'permissions', undefined as never);
    expect(await microphoneCause(denied())).to.equal('microphone-denied');
  });
});

describe('Why there is no microphone in a frame', () => {
  /** Asks in a frame of the page. `before`: what is different there. */
  async function inFrame(allow: string, error: string, before = ''): Promise<unknown> {
    const module = new URL('../../src/phone/microphone-cause.ts', import.meta.url).href;
    const said = new Promise((resolve) =>
      window.addEventListener('message', ({data}) => resolve(data), {once: true}),
    );
    await fixture(
      html`<iframe
        title="frame"
        allow=${allow}
        srcdoc=${`<script type="module">
        import {microphoneCause} from '${module}';
        ${before};
        const error = await ${error};
        parent.postMessage(await microphoneCause(error), '*');
      </script>`}
      ></iframe>`,
    );
    return said;
  }
  const ask = `navigator.mediaDevices.getUserMedia({audio: true}).catch((error) => error)`;
  const raised = (name: string) => `new DOMException('', '${name}')`;
  const permission = (state: string) => `navigator.permissions.query = async () => ({state: '${state}'})`;
  const firefox = (microphones: number) => `
    document.featurePolicy && Object.defineProperty(document, 'featurePolicy', {value: undefined});
    ${permission('denied')};
    navigator.mediaDevices.enumerateDevices = async () => Array(${microphones}).fill({kind: 'audioinput'})`;

  it('the frame may not ask', async () => {
    expect(await inFrame(`microphone 'none'`, ask)).to.equal('microphone-frame');
  });

  it('the frame has no origin of its own', async () => {
    expect(await inFrame('microphone', raised('SecurityError'))).to.equal('microphone-frame');
  });

  it('the frame may ask, and the visitor said no', async () => {
    expect(await inFrame('microphone', raised('NotAllowedError'), permission('denied'))).to.equal(
      'microphone-denied',
    );
  });

  it('Firefox says no more than “denied”, but hides every microphone from a frame that may not ask', async () => {
    expect(await inFrame('', raised('NotAllowedError'), firefox(0))).to.equal('microphone-frame');
    expect(await inFrame('', raised('NotAllowedError'), firefox(1))).to.equal('microphone-denied');
  });

  it('a list of devices that fails changes nothing', async () => {
    const failing = `${firefox(0)};navigator.mediaDevices.enumerateDevices = () => Promise.reject(new Error())`;
    expect(await inFrame('', raised('NotAllowedError'), failing)).to.equal('microphone-denied');
  });
});
