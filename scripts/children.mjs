import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { delimiter, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1)
  })
}

/**
 * Runs a command, in the project's folder unless told otherwise, and resolves with its exit code and
 * all it printed. The tools of that folder come first on the PATH, and with them its own Node. One that is `patient` leaves the
 * processors to all others.
 */
export function run(command, args, { env = {}, cwd = ROOT, isPatient = false } = {}) {
  return new Promise((resolve) => {
    const isWindows = process.platform === 'win32'
    const child = spawn(isWindows ? `"${command}"` : command, args, {
      cwd,
      env: { ...withOwnTools(process.env, cwd), ...colour(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
    })
    running.add(child)
    if (isPatient && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    const finish = (code, extra = '') => {
      running.delete(child)
      resolve({ code, output: output + extra })
    }
    child.once('error', (error) => finish(127, `${error.message}\n`))
    child.once('close', (code) => finish(code ?? 1))
  })
}

/** Awaits the work while saying, every few seconds, for how long it has been going on. */
export async function withProgress(label, work, everySeconds = 5) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${label} …`)
  const timer = setInterval(() => console.log(`${label} … ${seconds()} s`), everySeconds * 1000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/** The children's output is shown later by this process, so they cannot see where it goes. */
function colour() {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
}

function withOwnTools(env, folder) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [key]: [join(folder, 'node_modules/.bin'), env[key]].join(delimiter) }
}
