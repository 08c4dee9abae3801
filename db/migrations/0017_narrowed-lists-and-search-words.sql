-- Trusted: the owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"folded" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "option_values" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_folded_idx" ON "search_words" USING gist ("folded" gist_trgm_ops);--> statement-breakpoint
CREATE INDEX "listings_option_values_idx" ON "listings" USING gin ("option_values");;
--> statement-breakpoint
-- What products that are there already would have been written with.
UPDATE listings l SET option_values = coalesce((
  SELECT array_agg(DISTINCT o.name || ':' || v.option_values[o.position + 1])
  FROM variants v JOIN product_options o ON o.product_id = v.product_id
  WHERE v.product_id = l.product_id AND v.archived_at IS NULL AND v.option_values[o.position + 1] IS NOT NULL), '{}');
--> statement-breakpoint
INSERT INTO search_words (word, folded)
SELECT word, regexp_replace(normalize(word, NFD), '[\u0300-\u036f]', '', 'g')
FROM (
  SELECT DISTINCT word
  FROM products, regexp_split_to_table(
    lower(concat_ws(' ', title, vendor, product_type, tags_text(tags))), '[^[:alpha:]]+') AS word
) words
WHERE length(word) BETWEEN 3 AND 40
ON CONFLICT DO NOTHING;
