// What only callers of an AI assistant need. It gets the texts handed in, and imports nothing of the kit.
export {TranscriptController} from './controllers/transcript-controller.js';
export {AssistantTalk} from './phone/assistant-talk.js';
export {transcript} from './view/transcript.js';
export {transcriptStyles} from './view/transcript-styles.js';
