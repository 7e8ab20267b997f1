import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import {withOwn} from '../../src/locales/own.js';
import {english} from '../fakes/words.js';

/** The texts, and what the console was told. */
function put(own: unknown) {
  const complaints: string[] = [];
  const words = withOwn(english, own, (message) => void complaints.push(message));
  return {words, complaints};
}

describe('The page’s own texts', () => {
  it('stand in the places of the language’s, however deep, and leave the others alone', () => {
    const {words, complaints} = put({
      hangUp: 'Bye',
      ended: {busy: 'All are talking.'},
      dialog: {systemSettings: {mac: 'Look there.'}},
      callUs: 'Ring us',
      title: undefined,
      hold: undefined,
    });
    expect(words.hangUp).to.equal('Bye');
    expect(words.ended).to.deep.equal({...en.ended, busy: 'All are talking.'});
    expect(words.dialog.systemSettings).to.deep.equal({...en.dialog.systemSettings, mac: 'Look there.'});
    expect(words.dialog.title).to.deep.equal(en.dialog.title);
    expect({...words, hangUp: en.hangUp, ended: en.ended, dialog: en.dialog}).to.deep.equal(english);
    expect(complaints).to.deep.equal(['strings.title is unknown and is ignored.']);
  });

  it('that can’t be used are complained about, and left out', () => {
    const bad = {hold: 5, mute: {}, ended: 'over', keys: {star: null, hash: []}, lang: 'no language'};
    const {words, complaints} = put(bad);
    expect(words).to.deep.equal(english);
    expect(complaints.map((text) => /strings\.(\S+) can/.exec(text)?.[1])).to.have.members([
      'hold',
      'mute',
      'ended',
      'keys.hash',
      'lang',
    ]);
  });

  it('may be in a language of their own', () => {
    expect(put({lang: 'eu'}).words.lang).to.equal('eu');
  });

  it('may be nothing, or nothing that can be read', () => {
    for (const own of [undefined, null, {}]) expect(put(own).words).to.deep.equal(english);
    for (const own of ['text', 5, Symbol('own'), () => 0]) expect(put(own).words).to.deep.equal(english);
    expect(en.hangUp).to.equal('Hang up');
  });
});
