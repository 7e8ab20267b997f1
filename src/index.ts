import {TelnyxCallButton} from './telnyx-call-button.js';

export {TelnyxCallButton};
export {
  TelnyxCallEndEvent,
  TelnyxCallErrorEvent,
  TelnyxCallQualityEvent,
  TelnyxCallRequestEvent,
  TelnyxCallStateEvent,
  TelnyxCallTranscriptEvent,
  type CallErrorDetails,
  type CallSource,
} from './events.js';
export {failures, type Failure, type FailureCode, type FailureKind} from './errors.js';
export type {AssistantTool, Credentials, CustomHeader, GetToken, TokenGiven} from './call-config.js';
export type {DiagnosticReason, DiagnosticReport} from './phone/diagnosis.js';
export type {MicrophoneReport} from './phone/sound-check.js';
export type {Layout, Position, Theme, WarmUp} from './config.js';
export type {Region} from './settings.js';
export type {OwnStrings, Strings} from './locales/en.js';
export type {
  Alert,
  CallSummary,
  Caller,
  EndReason,
  Initiator,
  Level,
  Phase,
  Quality,
} from './session/state.js';
export type {Report} from './session/report.js';
export type {Codec, Path} from './session/stats.js';
export type {QualitySummary, Spread} from './session/summary.js';

// The first one wins: the script may be loaded twice, in two versions. Where there is no DOM there is no registry.
if (globalThis.customElements && !customElements.get('telnyx-call-button')) {
  customElements.define('telnyx-call-button', TelnyxCallButton);
}
