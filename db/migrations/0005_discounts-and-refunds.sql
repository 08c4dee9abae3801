CREATE TYPE "public"."discount_kind" AS ENUM('percentage', 'amount', 'free_shipping');--> statement-breakpoint
CREATE TYPE "public"."refund_status" AS ENUM('processing', 'in-doubt', 'succeeded', 'failed');--> statement-breakpoint
CREATE TABLE "offer_collections" (
	"collection_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "offer_collections_collection_id_product_id_pk" PRIMARY KEY("collection_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "discount_buyers" (
	"discount_id" uuid NOT NULL,
	"buyer" "bytea" NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "discount_buyers_discount_id_buyer_pk" PRIMARY KEY("discount_id","buyer"),
	CONSTRAINT "discount_buyers_used_check" CHECK ("discount_buyers"."used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "discount_uses" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"discount_id" uuid NOT NULL,
	"buyer" "bytea" NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"given_back_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "discounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" "discount_kind" NOT NULL,
	"rate_ppm" integer,
	"amount_minor" bigint,
	"currency" char(3),
	"min_subtotal_minor" bigint,
	"collection_id" uuid,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"usage_limit" bigint,
	"per_customer_limit" integer,
	"used" bigint DEFAULT 0 NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "discounts_code_check" CHECK ("discounts"."code" <> '' and length("discounts"."code") <= 64),
	CONSTRAINT "discounts_value_check" CHECK (case "discounts"."kind"
          when 'percentage' then coalesce("discounts"."rate_ppm" between 1 and 1000000, false) and "discounts"."amount_minor" is null
          when 'amount' then coalesce("discounts"."amount_minor" > 0, false) and "discounts"."rate_ppm" is null
          else "discounts"."rate_ppm" is null and "discounts"."amount_minor" is null end
        and ("discounts"."currency" is not null or "discounts"."amount_minor" is null and "discounts"."min_subtotal_minor" is null)),
	CONSTRAINT "discounts_bounds_check" CHECK ("discounts"."used" >= 0 and "discounts"."min_subtotal_minor" >= 0 and "discounts"."usage_limit" >= 0 and "discounts"."per_customer_limit" > 0
        and "discounts"."starts_at" < "discounts"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "refund_lines" (
	"refund_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"quantity" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"restock_quantity" integer NOT NULL,
	CONSTRAINT "refund_lines_refund_id_position_pk" PRIMARY KEY("refund_id","position"),
	CONSTRAINT "refund_lines_check" CHECK ("refund_lines"."quantity" > 0 and "refund_lines"."amount_minor" >= 0 and "refund_lines"."restock_quantity" between 0 and "refund_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"status" "refund_status" NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"idempotency_id" uuid,
	"fingerprint" "bytea",
	"provider_reference" text,
	"failure_reason" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "refunds_idempotency_id_key" UNIQUE("idempotency_id"),
	CONSTRAINT "refunds_amount_minor_check" CHECK ("refunds"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "test_provider_refunds" (
	"refund_id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"succeeded" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_amount_minor_check";--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "discount_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "refunded_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "discount_buyers" ADD CONSTRAINT "discount_buyers_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Checked at the end: a use is taken, and may be refused, before its order is written.
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_discount_id_discounts_id_fk" FOREIGN KEY ("discount_id") REFERENCES "public"."discounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_collections_product_id_idx" ON "offer_collections" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "discount_uses_discount_id_idx" ON "discount_uses" USING btree ("discount_id") WHERE "discount_uses"."given_back_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "discounts_code_key" ON "discounts" USING btree (lower("code"));--> statement-breakpoint
CREATE INDEX "refunds_order_id_idx" ON "refunds" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "refunds_payment_id_idx" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_unsettled_idx" ON "refunds" USING btree ("started_at") WHERE "refunds"."status" in ('processing', 'in-doubt');--> statement-breakpoint
CREATE INDEX "test_provider_refunds_payment_id_idx" ON "test_provider_refunds" USING btree ("payment_id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_amounts_check" CHECK ("payments"."amount_minor" > 0 and "payments"."refunded_minor" between 0 and "payments"."amount_minor");--> statement-breakpoint
ALTER TYPE "priced_line" ADD ATTRIBUTE "discount" bigint;--> statement-breakpoint
ALTER TYPE "priced_basket" ADD ATTRIBUTE "discount_id" uuid, ADD ATTRIBUTE "discount_code" text;--> statement-breakpoint
INSERT INTO "offer_collections" ("collection_id", "product_id")
SELECT "collection_id", "product_id" FROM "collection_products";
