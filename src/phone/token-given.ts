import type {CallConfig} from '../call-config.js';
import type {Failure} from '../errors.js';
import {inTime} from './in-time.js';
import {readAnswer, type TokenAnswer} from './token-answer.js';

/** What takes no token: an anonymous login, and one by password. */
const NO_TOKEN: TokenAnswer = {
  token: '',
  destination: undefined,
  callerNumber: undefined,
  callerName: undefined,
  expiresAt: undefined,
  renewal: undefined,
};

/**
 * What the page itself gives for the login, if it does.
 *
 * @returns nothing if an endpoint has to be asked
 */
export async function givenToken(config: CallConfig): Promise<TokenAnswer | Failure | undefined> {
  const {assistant, getToken, tokenUrl, loginToken, credentials} = config;
  if (assistant) return NO_TOKEN;
  if (getToken) return ask(getToken);
  if (tokenUrl) return undefined;
  if (loginToken) return readAnswer(loginToken) ?? {code: 'token-invalid', cause: 'loginToken is no JWT'};
  return credentials && NO_TOKEN;
}

/** Whether there is somebody to ask for another token: a login without one stays what it is, as one that was given does. */
export const isRenewable = ({assistant, getToken, tokenUrl}: CallConfig): boolean =>
  !assistant && Boolean(getToken ?? tokenUrl);

async function ask(getToken: NonNullable<CallConfig['getToken']>): Promise<TokenAnswer | Failure> {
  try {
    const given = await inTime(getToken());
    const body = typeof given === 'string' ? given : JSON.stringify(given);
    return readAnswer(body ?? '') ?? {code: 'token-invalid', cause: 'getToken gave no token'};
  } catch (cause) {
    return {code: 'token-unavailable', cause};
  }
}
