import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { patientSignal, within } from './within';

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

  const beBusy = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };

  test('that takes its time after this process was busy gets as long as that again, once', async () => {
    // Four turns after the process listens again.
    const inTurns = async () => {
      for (let turn = 0; turn < 4; turn += 1) await delayed(5, null);
      return 'answer';
    };
    const asked = within(30, inTurns(), () => 'late');
    beBusy(200);
    expect(await asked).toBe('answer');
    const never = within(30, delayed(2_000, 'answer'), () => 'late');
    beBusy(200);
    const from = performance.now();
    expect(await never).toBe('late');
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  test('is waited for by a signal alike', async () => {
    const signal = patientSignal(30);
    beBusy(200);
    await delayed(5, null);
    expect(signal.aborted).toBe(false);
    await delayed(200, null);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
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
    beBusy(200);
    expect(await asked).toBe('answer');
    socket.destroy();
    await server.terminate();
  });
});
