CREATE TABLE "content_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"page" text NOT NULL,
	"title" text,
	"description" text,
	"body" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "content_versions_words_check" CHECK (("content_versions"."title" is null) = ("content_versions"."body" is null) and ("content_versions"."title" is null) = ("content_versions"."description" is null))
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_codes" (
	"staff_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_recovery_codes_staff_id_code_hash_pk" PRIMARY KEY("staff_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_second_factors" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "accent_light" text;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "accent_dark" text;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "logo_file" text;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "logo_height" integer;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_second_factors" ADD CONSTRAINT "staff_second_factors_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_versions_language_page_id_idx" ON "content_versions" USING btree ("language","page","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor_action_id_idx" ON "audit_log" USING btree ("actor","action","id");