import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { within } from './within';

const delayed = <T>(ms: number, value: T) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

describe('an answer within a limit', () => {
  test('is given, a late one is not waited for', async () => {
    expect(await within(200, delayed(1, 'answer'), () => 'late')).toBe('answer');
    expect(await within(10, delayed(200, 'answer'), () => 'late')).toBe('late');
  });

  test('that fails, fails; what lateness throws is thrown', async () => {
    await expect(within(50, Promise.reject(new Error('no')), () => 1)).rejects.toThrow('no');
    const late = () => {
      throw new Error('too late');
    };
    await expect(within(5, delayed(100, 1), late)).rejects.toThrow('too late');
  });

  test('that arrived while this process was busy is in time', async () => {
    const server = new Worker(
      `const { parentPort } = require('node:worker_threads');
       const server = require('node:net').createServer((socket) =>
         socket.on('data', () => setTimeout(() => socket.write('answer'), 40)));
       server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
      { eval: true },
    );
    const port = await new Promise<number>((resolve) => server.once('message', resolve));
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.write('question');
    const asked = within(30, answer, () => 'late');
    const busyUntil = performance.now() + 200;
    while (performance.now() < busyUntil);
    expect(await asked).toBe('answer');
    socket.destroy();
    await server.terminate();
  });
});
