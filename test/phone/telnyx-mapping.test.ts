import {expect} from '@open-wc/testing';
import {farewell, isFatal, lineFailure} from '../../src/phone/telnyx-mapping.js';
import type {EndReason} from '../../src/session/state.js';

describe('How a call that nobody answered ended', () => {
  const causes: Record<string, EndReason> = {
    USER_BUSY: 'busy',
    CALL_REJECTED: 'declined',
    NO_ANSWER: 'no-answer',
    NO_USER_RESPONSE: 'no-answer',
    NORMAL_CLEARING: 'no-answer',
    RECOVERY_ON_TIMER_EXPIRE: 'no-answer',
    UNALLOCATED_NUMBER: 'unreachable',
    INCOMPATIBLE_DESTINATION: 'unreachable',
    'a cause of next year': 'unreachable',
    '': 'unreachable',
  };
  for (const [cause, reason] of Object.entries(causes)) {
    it(`${cause || 'no cause'}: ${reason}`, () => {
      expect(farewell({cause}, false, true)).to.deep.equal({
        reason,
        initiator: 'remote',
        cause,
        sipCode: undefined,
      });
    });
  }

  const codes: Record<number, EndReason> = {
    404: 'unreachable',
    408: 'no-answer',
    480: 'no-answer',
    486: 'busy',
    487: 'no-answer',
    500: 'unreachable',
    600: 'busy',
    603: 'declined',
  };
  for (const [code, reason] of Object.entries(codes)) {
    it(`SIP ${code}: ${reason}, as a number and as text`, () => {
      for (const sipCode of [Number(code), code]) {
        expect(farewell({sipCode}, false, true)).to.include({reason, sipCode: Number(code)});
      }
    });
  }

  it("the SIP code says more than the cause's name", () => {
    expect(farewell({cause: 'USER_BUSY', sipCode: 603}, false, true)).to.include({
      reason: 'declined',
      cause: 'USER_BUSY',
    });
  });

  it('a SIP code that is not known leaves the word to the cause', () => {
    expect(farewell({cause: 'USER_BUSY', sipCode: 499}, false, true)).to.include({
      reason: 'busy',
      sipCode: 499,
    });
    for (const sipCode of [null, undefined, '', 0, 'none']) {
      expect(farewell({cause: 'NO_ANSWER', sipCode}, false, true)).to.include({
        reason: 'no-answer',
        sipCode: undefined,
      });
    }
  });
});

describe('How other calls ended', () => {
  it('a conversation that the far end hung up is ended, whatever the cause', () => {
    for (const cause of ['NORMAL_CLEARING', 'USER_BUSY', 'something else']) {
      expect(farewell({cause, sipCode: 486}, true, true)).to.include({
        reason: 'ended',
        initiator: 'remote',
        cause,
      });
    }
  });

  it('without a goodbye of the far end the connection was lost: the cause is the SDK’s invention', () => {
    for (const answered of [true, false]) {
      expect(farewell({cause: 'USER_BUSY', sipCode: 486}, answered, false)).to.deep.equal({
        reason: 'lost',
        initiator: 'network',
        cause: '',
      });
    }
  });
});

describe('What an SDK error means', () => {
  it('some mean that the line will not open', () => {
    const meant = [45001, 45002, 45003, 45004, 46001, 46002, 48001, 49001, 0].map(lineFailure);
    expect(meant).to.deep.equal([
      'connection-failed',
      undefined,
      'connection-failed',
      undefined,
      'login-refused',
      'login-refused',
      undefined,
      'connection-failed',
      undefined,
    ]);
  });

  it('some mean that a call can’t be set up', () => {
    const fatal = [40001, 40002, 40003, 40004, 40005, 42002, 42003, 44002, 44005, 49001];
    expect(fatal.every(isFatal)).to.equal(true);
    expect([44001, 44003, 47001, 45002, 48001, 0].some(isFatal)).to.equal(false);
  });
});
