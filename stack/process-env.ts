/** An environment for a child process. Next's types demand NODE_ENV of every one, which Postgres has no use for. */
export function asProcessEnv(env: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return env as NodeJS.ProcessEnv;
}
