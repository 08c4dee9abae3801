import cluster from 'node:cluster';
import { closeLostConnections } from '@/stack/edge/close-lost-connections';
import { repositoryRoot } from '@/stack/repository-root';
import { typeScriptLoader } from '@/stack/supervisor/launch-node';
import type { PartLog } from '@/stack/supervisor/part-log';
import { describeEnd, type Running, signalIfAlive } from '@/stack/supervisor/running';

/**
 * Starts one edge worker. Workers share PORT through node:cluster, one worker included, so there is one way.
 * Round robin and not the shared handle: a load balancer or a load generator opens few connections and keeps
 * them, and the kernel may give nearly all of them to one worker. Cluster workers end when their primary does.
 */
export function launchEdgeWorker(env: Record<string, string | undefined>, log: PartLog): Running {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({
    exec: `${repositoryRoot}/stack/edge/main.ts`,
    cwd: repositoryRoot,
    execArgv: typeScriptLoader,
    silent: true,
  });
  const worker = cluster.fork(env);
  closeLostConnections(worker);
  worker.process.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
  worker.process.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
  // A channel error comes with the exit that follows it.
  worker.on('error', () => {});
  const { pid } = worker.process;
  return {
    pid: pid ?? 0,
    ended: new Promise((resolve) => {
      worker.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
    }),
    signal: (signal) => signalIfAlive(pid, signal),
  };
}
