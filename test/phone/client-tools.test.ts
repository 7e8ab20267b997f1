import {expect} from '@open-wc/testing';
import type {AssistantTool} from '../../src/call-config.js';
import {ClientTools, LONGEST_OUTPUT, TOOL_ANSWERS_WITHIN_MS} from '../../src/phone/client-tools.js';
import {rejections} from '../fakes/placed-call.js';
import {replace} from '../fakes/replace.js';
import {FakeTime} from '../fakes/time.js';

const circular: {self?: unknown} = {};
circular.self = circular;

const fail = (thrown: unknown) => () => {
  throw thrown;
};

const tools: Record<string, AssistantTool> = {
  text: () => 'nine to five',
  object: async () => ({open: true}),
  nothing: () => undefined,
  arguments: (args) => args,
  circular: () => circular,
  big: () => 10n,
  function: () => () => 1,
  long: () => 'x'.repeat(LONGEST_OUTPUT + 1),
  throw: fail(new Error('no such order')),
  text_thrown: fail('closed'),
  nothing_thrown: fail(undefined),
  object_thrown: fail({message: 'x'}),
  stack: fail(
    Object.assign(new Error('broken\n    at secret (https://shop.example/app.js:1:2)'), {stack: 'secret'}),
  ),
  long_thrown: fail(new Error('y'.repeat(1000))),
  reject: () => Promise.reject(new Error('offline')),
  never: () => new Promise(() => undefined),
};

function setUp(page?: Record<string, AssistantTool> | null) {
  const warnings: string[] = [];
  replace(console, 'warn', (text: string) => void warnings.push(text));
  const time = new FakeTime();
  const told: Array<readonly [string, string]> = [];
  const client = new ClientTools(page === undefined ? tools : (page ?? undefined), (...answer) =>
    told.push(answer),
  );
  const run = async (name: string, args: unknown = '{}', callId = name) => {
    void client.run({type: 'tool', callId, name, args});
    await time.pass(0);
    return told.at(-1)?.[1];
  };
  return {client, run, told, time, warnings};
}

const error = (text: string) => JSON.stringify({error: text});

describe('The page’s functions for an assistant', () => {
  const cases: ReadonlyArray<readonly [string, unknown, string]> = [
    ['text', '{}', 'nine to five'],
    ['object', '{}', '{"open":true}'],
    ['nothing', '{}', 'null'],
    ['arguments', '{"day":"today"}', '{"day":"today"}'],
    ['arguments', '', '{}'],
    ['arguments', undefined, '{}'],
    ['arguments', {day: 'today'}, '{"day":"today"}'],
    ['arguments', '{"day":', error('the arguments are no JSON object')],
    ['arguments', '[1]', error('the arguments are no JSON object')],
    ['arguments', 'null', error('the arguments are no JSON object')],
    ['arguments', 7, error('the arguments are no JSON object')],
    ['unknown', '{}', error('there is no such tool')],
    ['constructor', '{}', error('there is no such tool')],
    ['__proto__', '{}', error('there is no such tool')],
    ['toString', '{}', error('there is no such tool')],
    ['circular', '{}', error('the result is no JSON')],
    ['big', '{}', error('the result is no JSON')],
    ['function', '{}', error('the result is no JSON')],
    ['long', '{}', error('the result is too long')],
    ['throw', '{}', error('no such order')],
    ['reject', '{}', error('offline')],
    ['text_thrown', '{}', error('closed')],
    ['nothing_thrown', '{}', error('the tool failed')],
    ['object_thrown', '{}', error('the tool failed')],
    ['stack', '{}', error('broken')],
    ['long_thrown', '{}', error('y'.repeat(200))],
  ];
  for (const [name, args, output] of cases)
    it(`${name}(${JSON.stringify(args)}): ${output.slice(0, 60)}`, async () => {
      const {run, told, time, warnings} = setUp();
      expect(await run(name, args)).to.equal(output);
      expect(told).to.have.length(1);
      expect(time.running).to.equal(0);
      expect(warnings).to.have.length(output.startsWith('{"error"') ? 1 : 0);
    });

  it('need not be there', async () => {
    for (const page of [null, {}, {text: 'no function'} as unknown as Record<string, AssistantTool>])
      expect(await setUp(page).run('text')).to.equal(error('there is no such tool'));
  });

  it('a request that comes again runs once', async () => {
    let runs = 0;
    const {run, told} = setUp({count: () => ++runs});
    await run('count', '{}', 'c1');
    await run('count', '{}', 'c1');
    expect(told).to.deep.equal([['c1', '1']]);
    await run('count', '{}', 'c2');
    expect(told.at(-1)).to.deep.equal(['c2', '2']);
  });

  it('one that takes too long is given up, and nothing of it is told later', async () => {
    let finish: (result: string) => void = () => undefined;
    const {run, told, time} = setUp({slow: () => new Promise((done) => (finish = done))});
    await run('slow');
    await time.pass(TOOL_ANSWERS_WITHIN_MS - 1);
    expect(told).to.deep.equal([]);
    await time.pass(1);
    expect(told).to.deep.equal([['slow', error('no result in time')]]);
    finish('late');
    await time.pass(0);
    expect(told).to.have.length(1);
  });

  it('run one beside the other', async () => {
    const {run, told, time} = setUp();
    await run('never');
    await run('text');
    expect(told).to.deep.equal([['text', 'nine to five']]);
    await time.pass(TOOL_ANSWERS_WITHIN_MS);
    expect(told).to.have.length(2);
  });

  it('after the call nothing runs, nothing is told, and nothing fails in the page', async () => {
    const failed = rejections();
    let reject: (error: Error) => void = () => undefined;
    let runs = 0;
    const {client, run, told, time} = setUp({
      slow: () => new Promise((_, no) => (reject = no)),
      count: () => ++runs,
    });
    await run('slow');
    client.end();
    expect(time.running).to.equal(0);
    reject(new Error('too late'));
    await run('count');
    expect(told).to.deep.equal([]);
    expect(runs).to.equal(0);
    await new Promise((done) => requestAnimationFrame(done));
    expect(failed()).to.deep.equal([]);
  });
});
