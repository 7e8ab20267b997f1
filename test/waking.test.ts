import {expect} from '@open-wc/testing';
import {client, openPage, talk} from './fakes/page.js';
import {replace} from './fakes/replace.js';

async function converse() {
  const {element} = await openPage();
  const call = await talk(element);
  return {call, line: await client()};
}

describe('A tab that is looked at again, or thawed', () => {
  for (const type of ['visibilitychange', 'resume']) {
    it(`${type}: a lost connection is tried at once, without the SDK’s wait`, async () => {
      const {line, call} = await converse();
      line.loseSocket();
      const {connects, resets} = line;
      document.dispatchEvent(new Event(type));
      expect(line).to.include({connects: connects + 1, resets: resets + 1});
      line.ready([call.id]);
    });
  }

  it('a connection that seems to be there is asked whether it is', async () => {
    const {line} = await converse();
    const {connects} = line;
    const pings = line.asked('telnyx_rtc.ping');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(line.asked('telnyx_rtc.ping')).to.equal(pings + 1);
    expect(line.connects).to.equal(connects);
  });

  it('one that is being hidden does nothing', async () => {
    const {line, call} = await converse();
    line.loseSocket();
    const {connects} = line;
    replace(document, 'visibilityState', 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(line.connects).to.equal(connects);
    line.ready([call.id]);
  });

  it('after the call it is nobody’s business', async () => {
    const {line, call} = await converse();
    call.bye();
    const {connects, requests} = line;
    const {length} = requests;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(line.connects).to.equal(connects);
    expect(requests).to.have.length(length);
  });
});
