CREATE SEQUENCE "public"."collection_places" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
ALTER TABLE "collection_products" ADD COLUMN "place" bigint DEFAULT nextval('collection_places') * 1048576 NOT NULL;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "sort" text DEFAULT 'newest' NOT NULL;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "arranged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "collection_products_collection_id_place_product_id_idx" ON "collection_products" USING btree ("collection_id","place","product_id");--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_sort_check" CHECK ("collections"."sort" in ('newest', 'manual'));