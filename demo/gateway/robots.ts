import type {AssistantTalk} from './ai.js';
import type {FarEnd, Leg} from './leg.js';
import type {Audio} from './media.js';
import {REASONS, type Reason, type Robot} from './numbers.js';
import {MUSIC, SILENCE, TONE, play} from './tone.js';

/** How long a machine lets it ring before it does what it does, in ms. */
const RING = 400;
/** How long an announcement plays before the call is answered, in ms. */
const EARLY = 3000;

const NOTES = {tone: TONE, music: MUSIC, silence: SILENCE} as const;
let sources = 0;

/** A machine at the far end of one leg. */
export class RobotEnd implements FarEnd {
  readonly name: string;
  #stop: (() => void) | null = null;

  constructor(
    private readonly robot: Robot,
    private readonly leg: Leg,
    private readonly talk: AssistantTalk | null = null,
  ) {
    this.name = robot.name;
    leg.far = this;
  }

  /** Takes a call that the leg's client makes with this offer. */
  called(offer: string): void {
    const {robot, leg} = this;
    if (robot.reaction !== 'nothing') leg.ring();
    if (robot.reaction === 'reject') leg.after(RING, () => leg.end(robot.reason ?? REASONS.declined, true));
    if (robot.reaction === 'answer')
      leg.after(RING, () => void leg.answer(offer).then(() => this.answered()));
    if (robot.reaction === 'early')
      leg.after(RING, () => {
        void leg.early(offer).then(() => this.#sound());
        leg.after(EARLY, () => void leg.answer(offer));
      });
  }

  answered(): void {
    if (this.leg.phase !== 'active') return;
    this.#sound();
    this.talk?.begin();
    const {hangUpAfter} = this.robot;
    if (hangUpAfter !== undefined) this.leg.after(hangUpAfter, () => this.leg.end(REASONS.normal, true));
  }

  audio(audio: Audio): void {
    if (this.robot.sound === 'echo') this.leg.audio(audio);
  }

  digits(): void {}
  onHold(): void {}

  ended(_reason: Reason): void {
    this.#stop?.();
    this.talk?.stop();
  }

  #sound(): void {
    const {sound} = this.robot;
    if (sound === 'echo' || this.#stop || this.leg.phase === 'ended') return;
    sources -= 1;
    const source = sources - 10;
    this.#stop = play(NOTES[sound], (payload, timestamp) =>
      this.leg.audio({codec: 'pcmu', payload, timestamp, source}),
    );
  }
}
