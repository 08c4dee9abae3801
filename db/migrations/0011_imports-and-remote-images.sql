CREATE TABLE "remote_images" (
	"url_hash" "bytea" PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"status" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"etag" text,
	"content_hash" "bytea",
	"path" text,
	"width" integer,
	"height" integer,
	"message" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "remote_images_path_check" CHECK (("remote_images"."status" = 'rendered') = ("remote_images"."path" is not null))
);
--> statement-breakpoint
CREATE TABLE "import_images" (
	"import_id" uuid NOT NULL,
	"url_hash" "bytea" NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "import_images_import_id_url_hash_pk" PRIMARY KEY("import_id","url_hash")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "actor" text DEFAULT 'command-line' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_images" ADD CONSTRAINT "import_images_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remote_images_due_idx" ON "remote_images" USING btree ("status","due_at") WHERE "remote_images"."status" in ('wanted', 'fetched');--> statement-breakpoint
CREATE INDEX "product_images_waiting_idx" ON "product_images" USING btree ("product_id") WHERE "product_images"."path" is null;