import {expect} from '@open-wc/testing';
import type {CallState, Effect, Gathered} from '../../src/session/state.js';
import {idle} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';

type Piece = 'microphone-opened' | 'sdk-loaded' | 'token-received' | 'line-opened';

const pieces: readonly Piece[] = ['microphone-opened', 'sdk-loaded', 'token-received', 'line-opened'];

function orders(of: readonly Piece[]): Piece[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => orders(of.filter((piece) => piece !== first)).map((rest) => [first, ...rest]));
}

/** The states and effects from the click to the last piece. */
function gather(order: readonly Piece[], granted: boolean): {states: CallState[]; effects: Effect[]} {
  const effects: Effect[] = [];
  let [state] = transition(idle, {type: 'call', granted});
  const states = [state];
  for (const type of order) {
    const [next, todo] = transition(state, {type, attempt: 1});
    states.push((state = next));
    effects.push(...todo);
  }
  return {states, effects};
}

describe('Everything for a call is gathered at once', () => {
  it('there are 24 orders', () => expect(orders(pieces)).to.have.length(24));

  for (const order of orders(pieces)) {
    for (const granted of [true, false]) {
      it(`${order.join(', ')}${granted ? ', no prompt' : ''}: one call is placed, at the end`, () => {
        const {states, effects} = gather(order, granted);
        expect(effects.filter((effect) => effect.do === 'place-call')).to.deep.equal([
          {do: 'place-call', attempt: 1},
        ]);
        expect(effects.at(-1)?.do).to.equal('place-call');
        expect(effects.filter((effect) => effect.do === 'open-line')).to.have.length(1);
        expect(states.at(-1)).to.include({phase: 'connecting', microphone: true, line: true});
      });

      it(`${order.join(', ')}${granted ? ', no prompt' : ''}: nothing is placed before all is there`, () => {
        const {effects} = gather(order.slice(0, 3), granted);
        expect(effects.some((effect) => effect.do === 'place-call')).to.equal(false);
      });

      it(`${order.join(', ')}${granted ? ', no prompt' : ''}: the visitor is told of a prompt only while one is up`, () => {
        for (const state of gather(order, granted).states) {
          const {microphone} = state as CallState & Gathered;
          expect(state.phase === 'permission').to.equal(!granted && !microphone);
        }
      });
    }
  }

  it('a piece that comes twice counts once', () => {
    for (const type of pieces) {
      const {states, effects} = gather([type, type], true);
      expect(states[2]).to.equal(states[1]);
      expect(effects.filter((effect) => effect.do === 'open-line')).to.have.length.at.most(1);
    }
  });
});
