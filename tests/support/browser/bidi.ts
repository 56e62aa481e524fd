import { type Browser, type Frame, type Page } from 'puppeteer-core'
import { remoteCall, remoteValue } from './remoteCall.ts'

/** Raw WebDriver BiDi, for what puppeteer does not offer in Firefox. */
export interface Bidi {
  send(method: string, params: object): Promise<unknown>
  /** Evaluates an expression, awaits it and returns the protocol's description of the outcome. */
  evaluate(context: string, expression: string): Promise<RemoteValue>
  call<T>(
    context: string,
    fn: (...args: never[]) => unknown,
    args?: readonly unknown[],
    realm?: string,
  ): Promise<T>
  /** Runs the function with the rights of the browser's own window; needs system access. */
  callInBrowserWindow<T>(fn: (...args: never[]) => unknown, ...args: readonly unknown[]): Promise<T>
  contexts(root: string): Promise<readonly BrowsingContext[]>
}

export interface RemoteValue {
  readonly value?: unknown
  readonly sharedId?: string
}

export interface BrowsingContext {
  readonly context: string
  readonly url: string
  readonly children?: readonly BrowsingContext[] | null
}

interface EvaluateResult {
  readonly type: 'success' | 'exception'
  readonly result: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

export function bidiOf(browser: Browser): Bidi {
  // Private fields of puppeteer-core, at the version that package.json pins: look again at updates.
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> }
  }
  const send = async (method: string, params: object) =>
    (await connection.send(method, params)).result

  async function evaluate(context: string, expression: string): Promise<RemoteValue> {
    const outcome = (await send('script.evaluate', {
      target: { context },
      expression,
      awaitPromise: true,
    })) as EvaluateResult
    if (outcome.type !== 'success') throw new Error(outcome.exceptionDetails?.text)
    return outcome.result
  }

  async function call<T>(
    context: string,
    fn: (...args: never[]) => unknown,
    args: readonly unknown[] = [],
    realm?: string,
  ): Promise<T> {
    return remoteValue<T>((await evaluate(context, remoteCall(fn, args, realm))).value)
  }

  async function tree(params: object): Promise<readonly BrowsingContext[]> {
    const { contexts } = (await send('browsingContext.getTree', params)) as {
      contexts: readonly BrowsingContext[]
    }
    return contexts
  }

  return {
    send,
    evaluate,
    call,
    async callInBrowserWindow<T>(fn: (...args: never[]) => unknown, ...args: readonly unknown[]) {
      const windows = await tree({ 'moz:scope': 'chrome' })
      const window = windows.find(({ url }) => url.endsWith('/browser.xhtml'))
      if (!window) throw new Error('Firefox has no window')
      return call<T>(window.context, fn, args)
    },
    async contexts(root) {
      return (await tree({ root })).flatMap(withDescendants)
    },
  }
}

/** The protocol's name of a frame. */
export function contextOf(frame: Frame | Page): string {
  const main = 'mainFrame' in frame ? frame.mainFrame() : frame
  // A private field of puppeteer-core, as above.
  return (main as unknown as { _id: string })._id
}

function withDescendants(context: BrowsingContext): BrowsingContext[] {
  return [context, ...(context.children ?? []).flatMap(withDescendants)]
}
