import type {Frame, Page} from '@playwright/test';

/** What a page knows of its microphone. */
export interface Told {
  /** What came of the last question: nothing yet, `ok`, or the error's name and message. */
  answer: string;
  permission: string;
  /** How many microphones are listed. */
  listed: number;
  /** What has happened since the question: `ended`, `devicechange`, `change <permission>`. */
  news: string[];
}

declare global {
  interface Window {
    question: {answer: string; news: string[]};
  }
}

/** Asks for the microphone and listens to it; does not wait for the answer. */
export const ask = (page: Page | Frame): Promise<void> =>
  page.evaluate(async () => {
    const question = {answer: '', news: [] as string[]};
    window.question = question;
    const status = await navigator.permissions.query({name: 'microphone'});
    status.onchange = () => question.news.push(`change ${status.state}`);
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return void (question.answer = 'no mediaDevices');
    devices.ondevicechange = () => question.news.push('devicechange');
    void devices.getUserMedia({audio: true}).then(
      (stream) => {
        question.answer = 'ok';
        for (const track of stream.getTracks())
          track.addEventListener('ended', () => question.news.push('ended'));
      },
      ({name, message}: DOMException) => (question.answer = `${name}: ${message}`),
    );
  });

export const told = (page: Page | Frame): Promise<Told> =>
  page.evaluate(async () => ({
    ...window.question,
    permission: (await navigator.permissions.query({name: 'microphone'})).state,
    listed:
      (await (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices())?.filter(
        ({kind}) => kind === 'audioinput',
      ).length ?? 0,
  }));
