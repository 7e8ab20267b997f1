import {MICROPHONE_HZ} from '../support/browser.js';
import {expectTone} from '../support/sound.js';
import {startTurnServer, type TurnServer} from '../support/turn.js';
import {expect, test as base, type Visitor} from '../support/visitor.js';

const test = base.extend<{turn: TurnServer}>({
  turn: async ({}, use) => {
    const turn = await startTurnServer();
    await use(turn);
    await turn.close();
  },
});

const NOTE = /force-relay sends all sound through a TURN server/;

/** The addresses that the page has offered, as its INVITE names them. */
const offered = (visitor: Visitor): string[] =>
  String(visitor.sent('telnyx_rtc.invite')[0]?.params.sdp)
    .split('\r\n')
    .filter((line) => line.startsWith('a=candidate:'));

/** The page's own end of the way that sound takes. */
const way = ({page}: Visitor) =>
  page.evaluate(async () => {
    const stats: unknown[] = [];
    (await window.probe.peers.at(-1)!.getStats()).forEach((each) => stats.push(each));
    const found = (type: string, id?: string): unknown =>
      stats.find((each) => {
        const one = each as RTCStats & {nominated?: boolean};
        return one.type === type && (id ? one.id === id : one.nominated);
      });
    const pair = found('candidate-pair') as RTCIceCandidatePairStats | undefined;
    return found('local-candidate', pair?.localCandidateId);
  });

for (const transport of ['udp', 'tcp'] as const)
  test(`force-relay and a TURN server over ${transport.toUpperCase()}: all sound goes through it, both ways`, async ({
    visitor,
    gateway,
    turn,
  }) => {
    const server = turn.over(transport);
    await visitor.open(visitor.tag('echo', 'force-relay'));
    await visitor
      .element()
      .evaluate((element, iceServers) => void Object.assign(element, {iceServers}), [server]);
    await visitor.call();
    // The echo: there and back.
    await expectTone(visitor.page, MICROPHONE_HZ);
    expect(gateway.state().legs[0]?.packetsReceived).toBeGreaterThan(0);
    expect(offered(visitor)).not.toEqual([]);
    for (const line of offered(visitor)) expect(line).toMatch(/ typ relay /);
    expect(await way(visitor)).toMatchObject({
      candidateType: 'relay',
      relayProtocol: transport,
      url: server.urls,
    });
    await visitor.hangUp();
    await visitor.isClean(NOTE);
    expect(visitor.complaints.filter((text) => NOTE.test(text))).toHaveLength(1);
  });

test('a TURN server and no force-relay: the way without it is taken, and nothing is noted', async ({
  visitor,
  turn,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor
    .element()
    .evaluate((element, iceServers) => void Object.assign(element, {iceServers}), [turn.over('udp')]);
  await visitor.call();
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(offered(visitor).filter((line) => line.includes(' typ host '))).not.toEqual([]);
  await expect
    .poll(async () => ((await way(visitor)) as {candidateType?: string} | undefined)?.candidateType)
    .toMatch(/host|flx/);
  await visitor.hangUp();
  await visitor.isClean();
});
