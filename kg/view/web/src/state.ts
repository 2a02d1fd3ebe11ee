/** The address holds all that is shown: #q=who-came-from&organization=京都大学&lang=ja. */

/** Everything by name; what is not there is not set. */
export type State = Readonly<Record<string, string>>;

const name = /^[a-z][a-z0-9-]*$/;

export function readState(hash: string): State {
  const found: Record<string, string> = {};
  for (const [one, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name.test(one) && value !== "" && !Object.hasOwn(Object.prototype, one)) found[one] = value;
  }
  return found;
}

/** The address of *state*; kanji stay legible, for it is passed on in mails. */
export function writeState(state: State): string {
  const parts = Object.entries(state)
    .filter(([one, value]) => name.test(one) && value !== "")
    .map(([one, value]) => `${one}=${encode(value)}`);
  return `#${parts.join("&")}`;
}

/** *state* with *changes*; "" takes one out. */
export function changed(state: State, changes: State): State {
  return Object.fromEntries(Object.entries({ ...state, ...changes }).filter(([, value]) => value !== ""));
}

function encode(value: string): string {
  return value.replace(/[^\p{L}\p{N}\-._~/:,・（）、「」]/gu, (sign) => (sign === " " ? "+" : encodeURIComponent(sign)));
}
