import { describe, expect, test } from 'vitest';
import { isConnectionUsable, translatePostgresError } from './faults';

const named = (fields: object, message = 'driver text') => Object.assign(new Error(message), fields);
const kind = (error: unknown, mayHaveTakenEffect = true) =>
  (translatePostgresError(error, mayHaveTakenEffect) as Error).name;

describe('what a broken statement is known to have done', () => {
  test.each(['40P01', '40001', '55P03', '57014', '57P03', '53300', '53100', '25006'])(
    '%s: nothing',
    (code) => {
      expect(kind(named({ code }))).toBe('StoreUnavailable');
    },
  );

  test.each(['57P01', '57P02', '08006', '08P01', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])(
    '%s: unknown, once it was sent',
    (code) => {
      expect(kind(named({ code }))).toBe('OutcomeUnknown');
      expect(kind(named({ code }), false)).toBe('StoreUnavailable');
    },
  );

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('%s: nothing was ever sent', (code) => {
    expect(kind(named({ code }))).toBe('StoreUnavailable');
  });

  test('errors of pg that have no code go by its own words', () => {
    expect(kind(new Error('Connection terminated unexpectedly'))).toBe('OutcomeUnknown');
    expect(kind(new Error('Query read timeout'))).toBe('OutcomeUnknown');
    expect(kind(new Error('timeout exceeded when trying to connect'))).toBe('StoreUnavailable');
    expect(kind(new Error('Client has encountered a connection error and is not queryable'))).toBe(
      'StoreUnavailable',
    );
  });

  test('errors of fetch are read through the wrapping of the HTTP driver', () => {
    const refused = new TypeError('fetch failed', { cause: named({ code: 'ECONNREFUSED' }) });
    expect(kind(named({ sourceError: refused }))).toBe('StoreUnavailable');
    const late = new DOMException('The operation timed out', 'TimeoutError');
    expect(kind(named({ sourceError: late }))).toBe('OutcomeUnknown');
    const torn = new TypeError('fetch failed', { cause: named({ code: 'UND_ERR_SOCKET' }) });
    expect(kind(named({ sourceError: torn }))).toBe('OutcomeUnknown');
  });

  test('a proxy that is busy did nothing, one that broke may have', () => {
    expect(kind(new Error('Server error (HTTP status 503): busy'))).toBe('StoreUnavailable');
    expect(kind(new Error('Server error (HTTP status 502): bad gateway'))).toBe('OutcomeUnknown');
  });

  test('a refused row names its constraint, and what is a bug stays itself', () => {
    const refused = translatePostgresError(
      named({ code: '23505', constraint: 'orders_number_key', table: 'orders' }),
      true,
    );
    expect(refused).toMatchObject({
      name: 'ConstraintViolation',
      constraint: 'orders_number_key',
      table: 'orders',
    });
    const bug = named({ code: '42703' });
    expect(translatePostgresError(bug, true)).toBe(bug);
  });

  test('a connection is kept after the server said no, and dropped when anything else went wrong', () => {
    expect(isConnectionUsable(named({ code: '23505' }))).toBe(true);
    expect(isConnectionUsable(named({ code: '57014' }))).toBe(true);
    expect(isConnectionUsable(named({ code: '57P01' }))).toBe(false);
    expect(isConnectionUsable(new Error('Query read timeout'))).toBe(false);
  });
});
