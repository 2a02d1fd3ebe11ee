/** The little of node that tests use; @types/node would type the whole of it into the page. */

declare module "node:test" {
  export function test(name: string, act: () => void | Promise<void>): void;
}
declare module "node:assert/strict" {
  interface Assert {
    equal(actual: unknown, expected: unknown, message?: string): void;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(actual: string, expected: RegExp, message?: string): void;
    ok(value: unknown, message?: string): void;
    throws(act: () => void, error?: new (...given: never[]) => Error): void;
    doesNotThrow(act: () => void): void;
  }
  const assert: Assert;
  export default assert;
}
