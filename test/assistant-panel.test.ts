import {expect} from '@open-wc/testing';
import {the} from './fakes/look.js';
import {openPage, placedCall, press, reach, talk} from './fakes/page.js';
import {until} from './fakes/until.js';

/** A call to an assistant that has greeted. */
async function converse() {
  const {element} = await openPage();
  element.aiAssistantId = 'assistant-1';
  const call = await talk(element);
  call.converse({type: 'response.text.delta', delta: 'Hello', item_id: 'a1'});
  const log = () => element.shadowRoot!.querySelector('[role=log]');
  await until(() => log()?.textContent?.includes('Hello'), 'the greeting is there');
  const field = element.shadowRoot!.querySelector<HTMLInputElement>('.write input')!;
  return {element, call, log, field};
}

function paste(target: Element, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  return target.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true, cancelable: true}),
  );
}

describe('The panel of a call to an assistant', () => {
  it('what is pasted into the message field is for the field alone; anywhere else in the panel it is dialled', async () => {
    const {element, call, field} = await converse();
    const dialled: string[] = [];
    call.dtmf = (digit) => void dialled.push(digit);
    field.focus();
    expect(paste(field, '123')).to.equal(true);
    expect(dialled).to.deep.equal([]);
    const button = the(element, 'button', 'Hang up');
    button.focus();
    expect(paste(button, '123')).to.equal(false);
    expect(dialled.join('')).to.equal('123');
    call.bye();
    await reach(element, 'ended');
  });

  it('after the end the words stay, and there is nobody to write to', async () => {
    const {element, call, log} = await converse();
    call.bye();
    await reach(element, 'ended');
    expect(log()?.textContent).to.contain('Hello');
    expect(element.shadowRoot!.querySelectorAll('.write')).to.have.length(0);
  });

  it('has one transcript’s styles, however many calls there are, and none of the last call’s words', async () => {
    const {element, call, log} = await converse();
    const {length} = element.shadowRoot!.adoptedStyleSheets;
    call.bye();
    await reach(element, 'ended');
    await press(element, 'Call again');
    const next = await placedCall();
    next.pickUp();
    await reach(element, 'active');
    expect(log()?.textContent ?? '').not.to.contain('Hello');
    expect(element.shadowRoot!.adoptedStyleSheets).to.have.length(length);
    next.bye();
    await reach(element, 'ended');
  });
});
