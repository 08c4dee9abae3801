/**
 * Markets, as pages know them: jobs that write to shoppers know the same. The path is relative because next.config.ts reads it
 * too, for which Next resolves aliases beside the file that names them.
 */
export {
  DEFAULT_MARKET,
  findMarket,
  MARKETS,
  type Market,
  openMarkets,
  pathIn,
  viewOf,
} from '../../../lib/kernel/markets';
