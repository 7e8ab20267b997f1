import {expect} from '@open-wc/testing';
import {hintOnce} from '../../src/controllers/hint-once.js';
import {unjudged} from '../../src/session/echo.js';
import type {CallEvent} from '../../src/session/state.js';
import {active, placed, states} from '../fakes/samples.js';

it('Headphones are recommended in one call of a page: the later ones know that it was read', () => {
  const sent: CallEvent[] = [];
  const send = (event: CallEvent) => void sent.push(event);
  hintOnce(active(), send);
  hintOnce(active({echo: {...unjudged, hint: 'likely'}}), send);
  hintOnce(active({echo: {...unjudged, hint: 'dismissed'}}), send);
  hintOnce(states.ended, send);
  hintOnce(states.idle, send);
  expect(sent).to.deep.equal([]);
  hintOnce(placed(), send);
  expect(sent).to.deep.equal([{type: 'dismiss-hint'}]);
});
