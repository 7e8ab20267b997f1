import {expect} from '@open-wc/testing';
import {openAssistant} from '../../src/phone/assistant-file.js';
import {LOADED_WITHIN_MS} from '../../src/phone/in-time.js';
import {FakeTime} from '../fakes/time.js';

describe('The file for AI assistants', () => {
  it('is waited for within a limit, which goes with it', async () => {
    const time = new FakeTime();
    const file = openAssistant();
    expect(time.wait).to.equal(LOADED_WITHIN_MS);
    expect((await file).AssistantTalk).to.be.a('function');
    expect(time.running).to.equal(0);
  });
});
