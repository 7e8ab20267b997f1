import {expect} from '@open-wc/testing';
import {MediaWatch} from '../../src/phone/media-watch.js';
import type {MediaStats} from '../../src/session/stats.js';
import {FakePeer} from '../fakes/peer.js';
import {replace} from '../fakes/replace.js';
import {FakeTime} from '../fakes/time.js';

function setUp() {
  const time = new FakeTime();
  const told: unknown[] = [];
  const measured: MediaStats[] = [];
  const room = {peer: new FakePeer() as FakePeer | null};
  const watch = new MediaWatch(() => room.peer as never, {
    flowing: (on) => told.push(on),
    measured: (stats) => measured.push(stats),
    woke: () => told.push('woke'),
  });
  return {time, told, measured, room, watch};
}

describe('The watch over a call’s sound', () => {
  it('has nothing to tell while sound arrives, and leaves no timer', async () => {
    const {watch, time, told} = setUp();
    watch.run(true);
    watch.run(true);
    expect(time.running).to.equal(1);
    await time.pass(60_000);
    expect(told).to.deep.equal([]);
    watch.run(false);
    expect(time.running).to.equal(0);
  });

  it('tells once when nothing has arrived for more than four seconds, and when it is back', async () => {
    const {watch, time, told, room} = setUp();
    watch.run(true);
    await time.pass(2_000);
    room.peer!.flows = false;
    await time.pass(4_000);
    expect(told).to.deep.equal([]);
    await time.pass(1_000);
    expect(told).to.deep.equal([false]);
    expect(watch.flowing).to.equal(false);
    await time.pass(10_000);
    room.peer!.flows = true;
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  for (const state of ['disconnected', 'failed', 'closed'] as const) {
    it(`believes the connection at once when it is ${state}`, async () => {
      const {watch, time, told, room} = setUp();
      watch.run(true);
      await time.pass(1_000);
      room.peer!.connectionState = state;
      await time.pass(1_000);
      expect(told).to.deep.equal([false]);
      watch.run(false);
    });
  }

  it('a connection that is gone, or tells nothing, is one without sound', async () => {
    for (const lose of [
      (room: {peer: FakePeer | null}) => (room.peer = null),
      (room: {peer: FakePeer | null}) => (room.peer!.tells = false),
    ]) {
      const {watch, time, told, room} = setUp();
      watch.run(true);
      await time.pass(1_000);
      lose(room);
      await time.pass(5_000);
      expect(told).to.deep.equal([false]);
      watch.run(false);
    }
  });

  it('on hold nothing has to arrive, but a connection that is gone is gone', async () => {
    const {watch, time, told, room} = setUp();
    watch.run(true);
    await time.pass(1_000);
    watch.hold(true);
    room.peer!.flows = false;
    await time.pass(60_000);
    expect(told).to.deep.equal([]);
    room.peer!.connectionState = 'disconnected';
    await time.pass(1_000);
    expect(told).to.deep.equal([false]);
    room.peer!.connectionState = 'connected';
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true]);
    watch.hold(false);
    await time.pass(4_000);
    expect(told).to.deep.equal([false, true]);
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true, false]);
    watch.run(false);
  });

  it('a new connection of a call on hold counts once it is connected', async () => {
    const {watch, time, told, room} = setUp();
    watch.run(true);
    watch.hold(true);
    watch.interrupt();
    room.peer = new FakePeer();
    room.peer.flows = false;
    room.peer.connectionState = 'connecting';
    await time.pass(2_000);
    expect(told).to.deep.equal([false]);
    room.peer.connectionState = 'connected';
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  it('a new connection counts from its first packet', async () => {
    const {watch, time, told, room} = setUp();
    watch.run(true);
    await time.pass(3_000);
    watch.interrupt();
    room.peer = new FakePeer();
    room.peer.flows = false;
    await time.pass(2_000);
    expect(told).to.deep.equal([false]);
    room.peer.flows = true;
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  it('a page that was asleep is not taken for one without sound', async () => {
    const {watch, time, told, room} = setUp();
    watch.run(true);
    await time.pass(1_000);
    room.peer!.flows = false;
    const {now} = Date;
    replace(Date, 'now', () => now() + 60_000);
    await time.pass(1_000);
    expect(told).to.deep.equal(['woke']);
    room.peer!.flows = true;
    await time.pass(1_000);
    expect(told).to.deep.equal(['woke']);
    watch.run(false);
  });
});
