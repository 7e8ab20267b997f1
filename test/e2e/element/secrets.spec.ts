import {mintToken} from '../../../demo/gateway/index.js';
import {readable, said as listen} from '../support/readable.js';
import {expect, test} from '../support/visitor.js';

test('the token is nowhere but in the login, the SDP nowhere but on the wire', async ({
  visitor,
  shop,
  gateway,
}) => {
  const token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600});
  shop.token = async () => Response.json({token});
  const said = listen(visitor);
  const check = async (): Promise<void> => {
    const text = [...said, await readable(visitor)].join('\n');
    expect(text).toContain('telnyx-call-state');
    expect(text.includes(token)).toBe(false);
    // The payload alone would tell who logs in.
    expect(text.includes(token.split('.')[1] ?? '')).toBe(false);
    expect(/ice-pwd|a=fingerprint/.test(await readable(visitor))).toBe(false);
  };
  await visitor.open(visitor.tag('tone'));
  await visitor.page.evaluate(() => {
    for (const type of ['request', 'state', 'end', 'error'])
      addEventListener(`telnyx-call-${type}`, (event) => console.info(JSON.stringify(event), event.type));
  });
  await visitor.call();
  await check();
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await check();
  await visitor.hangUp();
  await visitor.isClean();
  await expect.poll(() => gateway.state().reports.length).toBeGreaterThan(0);
  await check();
  expect(
    visitor.frames.filter((frame) => JSON.stringify(frame).includes(token)).map(({method}) => method),
  ).toEqual(['login', 'login']);
});

test('a refused token is not shown either', async ({visitor, shop, gateway}) => {
  const token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: -60});
  shop.token = async () => Response.json({token});
  const said = listen(visitor);
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await visitor.reaches('failed');
  const cause = await visitor.element().evaluate((element) => {
    const {lastError} = element as HTMLElementTagNameMap['telnyx-call-button'];
    const {originalError} = (lastError?.cause ?? {}) as {originalError?: Error};
    return JSON.stringify([lastError, originalError?.message, originalError?.stack]);
  });
  expect(cause).toContain('login-refused');
  expect([...said, cause, await readable(visitor)].join('\n').includes(token)).toBe(false);
  await visitor.isClean(/login-refused/);
});

test('after a call nothing of the SDK is left in the page’s storage', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  const stored = () =>
    visitor.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  await expect.poll(stored).toEqual([]);
});
