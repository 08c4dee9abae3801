/** A Redis server program, and the folder of its libraries when they are not the system's. */
export interface RedisProgram {
  command: string;
  libraries: string | null;
}
