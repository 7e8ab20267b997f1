import {expect} from '@open-wc/testing';
import {en} from '../../src/locales/en.js';
import type {Devices} from '../../src/session/state.js';
import {fill} from '../../src/view/words.js';
import {active, aside} from '../fakes/samples.js';
import {all, nameOf, the} from '../fakes/look.js';
import {devices, showPanel} from '../fakes/panel.js';

const show = (more: Partial<Devices> = {}, controls?: Set<'devices' | 'volume'>) =>
  showPanel(active({devices: {...devices, ...more}}), {page: 'audio', ...(controls && {controls})});

const list = (room: HTMLElement, name: string) => the(room, 'list', name) as HTMLSelectElement;

describe('The audio page', () => {
  it('names every device, also those that the browser doesn’t', async () => {
    const {room} = await show();
    const names = (of: string) => [...list(room, of).options].map(({text}) => text);
    expect(names(en.microphone)).to.deep.equal([en.systemDefault, 'Headset', fill(en.device, {number: 3})]);
    expect(names(en.speaker)).to.deep.equal([en.systemDefault, 'Headset']);
    expect(list(room, en.microphone).value).to.equal('m1');
    expect(list(room, en.speaker).value).to.equal('');
    expect(the(room, 'group', en.audio)).to.be.an('htmldivelement');
  });

  it('asks for another device, and shows it once it is used', async () => {
    const {room, asked} = await show();
    const microphone = list(room, en.microphone);
    microphone.value = 'm2';
    microphone.dispatchEvent(new Event('change'));
    expect(asked).to.deep.equal(['use microphone m2']);
    expect(microphone.value).to.equal('m1');
    const speaker = list(room, en.speaker);
    speaker.value = 's1';
    speaker.dispatchEvent(new Event('change'));
    expect(asked.at(-1)).to.equal('use speaker s1');
  });

  it('has no list of speakers where the browser can’t choose one', async () => {
    const {room} = await show({speakers: []});
    expect(all(room, 'list').map(nameOf)).to.deep.equal([en.microphone]);
  });

  it('plays louder or softer', async () => {
    const {room, asked} = await show();
    const slider = the(room, 'slider', en.volume) as HTMLInputElement;
    expect(slider.value).to.equal('70');
    slider.value = '35';
    slider.dispatchEvent(new Event('input'));
    expect(asked).to.deep.equal(['volume 0.35']);
  });

  it('has what the page wants', async () => {
    const volume = (await show({}, new Set(['volume'] as const))).room;
    expect(all(volume, 'list')).to.have.length(0);
    expect(all(volume, 'slider')).to.have.length(1);
    const choice = (await show({}, new Set(['devices'] as const))).room;
    expect(all(choice, 'list')).to.have.length(2);
    expect(all(choice, 'slider')).to.have.length(0);
  });

  it('tells what the meter is, which is mere decoration beside the clock', async () => {
    expect(the((await show()).room, 'image', en.level).getAttribute('part')).to.equal('level');
    const {room} = await showPanel(active({devices}));
    expect(room.querySelector('[part=level]')!.getAttribute('aria-hidden')).to.equal('true');
  });

  it('lets the meter move only while a voice can be heard', async () => {
    for (const page of ['call', 'audio'] as const) {
      const still = async (more: object) =>
        (await showPanel(active({devices, ...more}), {page})).room.querySelectorAll('[part=level].still')
          .length;
      expect(
        [await still({}), await still({muted: true}), await still({obstacle: aside})],
        page,
      ).to.deep.equal([0, 1, 1]);
    }
  });
});
