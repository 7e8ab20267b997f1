/** A test by its file, from the project's root, and its title: what a row of a table is shown by. */
export type Proof = `test/${string} › ${string}`;

export function fileAndTitle(proof: Proof): {readonly file: string; readonly title: string} {
  const [file = '', ...title] = proof.split(' › ');
  return {file, title: title.join(' › ')};
}

export const isProof = (text: string): text is Proof => text.startsWith('test/');
