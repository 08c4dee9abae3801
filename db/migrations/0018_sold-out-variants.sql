CREATE TABLE "sold_out_variants" (
	"variant_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- What is sold out already, so that it is news when it comes back.
INSERT INTO "sold_out_variants"
SELECT i."variant_id" FROM "stock_items" i
WHERE i."counted" AND NOT EXISTS (SELECT FROM "stock_lanes" l WHERE l."variant_id" = i."variant_id" AND l."available" > 0);
