/** Markets, as pages know them: jobs that write to shoppers know the same. */
export {
  DEFAULT_MARKET,
  findMarket,
  MARKETS,
  type Market,
  openMarkets,
  pathIn,
} from '../../../lib/kernel/markets';
