import {expect} from '@open-wc/testing';
import * as lit from 'lit';
import * as own from '../../src/view/html.js';

describe('Templates of the panel', () => {
  it("are what Lit's own html and svg make", () => {
    const strings = Object.assign(['<b>', '</b>'], {raw: ['<b>', '</b>']});
    expect(own.html(strings, 1)).to.deep.equal(lit.html(strings, 1));
    expect(own.svg(strings, 1)).to.deep.equal(lit.svg(strings, 1));
    expect(own.nothing).to.equal(lit.nothing);
  });

  it("are rendered and updated in place by Lit's render", () => {
    const room = document.createElement('div');
    const view = (name: string, mark: unknown) =>
      own.html`<p class=${name}>${mark}<svg>${own.svg`<path d="M0 0" />`}</svg></p>`;
    lit.render(view('one', own.html`<i>mark</i>`), room);
    const paragraph = room.querySelector('p');
    expect(paragraph?.className).to.equal('one');
    expect(room.querySelector('i')?.textContent).to.equal('mark');
    expect(room.querySelector('path')?.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    lit.render(view('two', own.nothing), room);
    expect(room.querySelector('p') === paragraph).to.equal(true);
    expect(paragraph?.className).to.equal('two');
    expect(room.querySelectorAll('i').length).to.equal(0);
  });
});
