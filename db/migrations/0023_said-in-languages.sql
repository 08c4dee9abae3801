-- In which language words are taken apart, as far as Postgres knows it. A generated column needs IMMUTABLE, so these are
-- here and not among the functions that are applied anew.
CREATE FUNCTION language_config(locale text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE locale
  WHEN 'da' THEN 'pg_catalog.danish'::regconfig
  WHEN 'de' THEN 'pg_catalog.german'::regconfig
  WHEN 'en' THEN 'pg_catalog.english'::regconfig
  WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
  WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
  WHEN 'fr' THEN 'pg_catalog.french'::regconfig
  WHEN 'it' THEN 'pg_catalog.italian'::regconfig
  WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
  WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
  WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
  ELSE 'pg_catalog.simple'::regconfig
END;
--> statement-breakpoint
-- Without accents and ligatures. The extension "unaccent" is only STABLE, and not everywhere.
CREATE FUNCTION fold_accents(said text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(
  regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE');
--> statement-breakpoint
-- In a database of the C locale the apostrophe of printers is a letter: it would make one word of "d’hiver".
CREATE FUNCTION plain_apostrophes(said text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(said, '’', ' ');
--> statement-breakpoint
-- A text as it is searched in its language: people leave accents out.
CREATE FUNCTION said_vector(locale text, said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector(language_config(locale), plain_apostrophes(said))
  || to_tsvector(language_config(locale), fold_accents(plain_apostrophes(said)));
--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "locale" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" DROP CONSTRAINT "search_words_pkey";--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_word_locale_pk" PRIMARY KEY("word","locale");--> statement-breakpoint
ALTER TABLE "product_translations" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "product_translations" ADD COLUMN "search_beside" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE product_translations t SET search_beside = p.vendor FROM products p WHERE p.id = t.product_id AND p.vendor <> '';--> statement-breakpoint
ALTER TABLE "product_translations" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(said_vector(locale, title), 'A')
        || setweight(said_vector(locale, search_beside), 'B')
        || setweight(said_vector(locale, description_text), 'C')) STORED;--> statement-breakpoint
ALTER TABLE "shipping_rates" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "product_translations_search_idx" ON "product_translations" USING gin ("search");--> statement-breakpoint
-- What products that are said in other languages already would have been written with.
INSERT INTO search_words (word, folded, locale)
SELECT word, fold_accents(word), locale
FROM (
  SELECT DISTINCT word, locale
  FROM product_translations, regexp_split_to_table(lower(concat_ws(' ', title, search_beside)), '[^[:alpha:]]+') AS word
) words
WHERE length(word) BETWEEN 3 AND 40
ON CONFLICT DO NOTHING;
