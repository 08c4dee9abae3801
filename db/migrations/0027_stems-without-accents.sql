-- Third way to say a text: the stems without their accents. Who types "decoupe" means "découpées", whose stem is found by
-- its accents alone.
CREATE OR REPLACE FUNCTION said_vector(locale text, said text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector(language_config(locale), plain_apostrophes(said))
  || to_tsvector(language_config(locale), fold_accents(plain_apostrophes(said)))
  || fold_accents(to_tsvector(language_config(locale), plain_apostrophes(said))::text)::tsvector;
--> statement-breakpoint
ALTER TABLE "product_translations" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "product_translations" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(said_vector(locale, title), 'A')
        || setweight(said_vector(locale, search_beside), 'B')
        || setweight(said_vector(locale, description_text), 'C')) STORED;--> statement-breakpoint
CREATE INDEX "product_translations_search_idx" ON "product_translations" USING gin ("search");
