import {expect, fixture, html} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {TranscriptController} from '../../src/controllers/transcript-controller.js';

/** A log of ten lines in sight, and what its host does at a render. */
async function open() {
  const host = await fixture<HTMLElement & ReactiveControllerHost>(html`<div></div>`);
  const root = host.attachShadow({mode: 'open'});
  const controller = new TranscriptController(Object.assign(host, {addController: () => undefined}));
  const put = (lines: number) => {
    root.innerHTML = `<div part="transcript"><div role="log" style="height:200px;overflow:auto"></div></div>`;
    grow(lines);
  };
  const log = () => root.querySelector('[role=log]')!;
  const grow = (lines: number) => (log().innerHTML += '<p style="height:20px;margin:0"></p>'.repeat(lines));
  const render = (change: () => unknown) => {
    controller.hostUpdate();
    change();
    controller.hostUpdated();
  };
  const left = () => log().scrollHeight - log().clientHeight - log().scrollTop;
  return {root, put, log, grow, render, left};
}

describe('The transcript', () => {
  it('keeps its end in sight', async () => {
    const {put, grow, render, left} = await open();
    render(() => put(20));
    expect(left()).to.equal(0);
    render(() => grow(5));
    expect(left()).to.equal(0);
  });

  it('stays where somebody reads, until they are back at its end', async () => {
    const {put, log, grow, render, left} = await open();
    render(() => put(20));
    log().scrollTop = 40;
    render(() => grow(5));
    expect(log().scrollTop).to.equal(40);
    log().scrollTop = log().scrollHeight;
    render(() => grow(5));
    expect(left()).to.equal(0);
  });

  it('of another call begins at its end, and one that is gone does no harm', async () => {
    const {root, put, log, render, left} = await open();
    render(() => put(20));
    log().scrollTop = 0;
    render(() => (root.innerHTML = ''));
    render(() => undefined);
    render(() => put(30));
    expect(left()).to.equal(0);
  });
});
