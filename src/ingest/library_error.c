/* library_error.c - see library_error.h. */
#include "config.h"

#include "ingest/library_error.h"

#include "base/i18n.h"

struct reason {
	int code;
	const char *text; /* N_() */
};

static const struct reason zip_reasons[] = {
	{ZIP_ER_NOZIP, N_("its end is missing, where its parts are listed")},
	{ZIP_ER_INCONS, N_("its parts do not fit together")},
	{ZIP_ER_EOF, N_("it is cut off")},
	{ZIP_ER_CRC, N_("its checksum is wrong")},
	{ZIP_ER_ZLIB, N_("what is packed in it is damaged")},
#ifdef ZIP_ER_COMPRESSED_DATA
	{ZIP_ER_COMPRESSED_DATA, N_("what is packed in it is damaged")},
#endif
#ifdef ZIP_ER_TRUNCATED_ZIP
	{ZIP_ER_TRUNCATED_ZIP, N_("it is cut off")},
#endif
	{ZIP_ER_COMPNOTSUPP, N_("it is packed in a way that is not known here")},
	{ZIP_ER_ENCRNOTSUPP, N_("it is protected by a password")},
	{ZIP_ER_NOPASSWD, N_("it is protected by a password")},
	{ZIP_ER_WRONGPASSWD, N_("it is protected by a password")},
	{0, NULL},
};

static const struct reason xml_reasons[] = {
	{XML_ERR_DOCUMENT_EMPTY, N_("it does not begin with a tag")},
	{XML_ERR_DOCUMENT_END, N_("it has no end, or something stands behind it")},
	{XML_ERR_TAG_NOT_FINISHED, N_("it is cut off")},
	{XML_ERR_LTSLASH_REQUIRED, N_("a tag is not closed")},
	{XML_ERR_GT_REQUIRED, N_("a tag is not closed")},
	{XML_ERR_TAG_NAME_MISMATCH, N_("a tag is not closed")},
	{XML_ERR_ATTRIBUTE_NOT_STARTED, N_("an attribute is not well formed")},
	{XML_ERR_ATTRIBUTE_NOT_FINISHED, N_("an attribute is not well formed")},
	{XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_("an attribute is not well formed")},
	{XML_ERR_ATTRIBUTE_REDEFINED, N_("an attribute is there twice")},
	{XML_ERR_NAME_REQUIRED, N_("a < or & stands where none may")},
	{XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("a < or & stands where none may")},
	{XML_ERR_UNDECLARED_ENTITY, N_("an entity is not declared")},
	{XML_ERR_INVALID_CHAR, N_("a character is not allowed in XML")},
	{XML_ERR_INVALID_ENCODING, N_("a character is broken")},
	{XML_ERR_UNSUPPORTED_ENCODING, N_("its encoding is not known")},
	{0, NULL},
};

static const struct reason json_reasons[] = {
	{json_error_premature_end_of_input, N_("it is cut off")},
	{json_error_end_of_input_expected, N_("something stands behind its end")},
	{json_error_invalid_syntax, N_("a sign is missing or wrong")},
	{json_error_invalid_utf8, N_("a character is broken")},
	{json_error_duplicate_key, N_("a field is there twice")},
	{json_error_numeric_overflow, N_("a number is too large")},
	{json_error_stack_overflow, N_("it is nested too deeply")},
	{json_error_null_character, N_("a NUL character stands in it")},
	{json_error_null_byte_in_key, N_("a NUL character stands in it")},
	{0, NULL},
};

static const char *find(const struct reason *reasons, int code)
{
	for (; reasons->text; reasons++)
		if (reasons->code == code)
			return _(reasons->text);
	return NULL;
}

const char *sg_zip_reason(zip_error_t *why)
{
	const char *text = find(zip_reasons, zip_error_code_zip(why));

	return text ? text : zip_error_strerror(why);
}

struct sg_str sg_xml_reason(const xmlError *why)
{
	const char *text = find(xml_reasons, why->code);

	/* theirs ends with a line end */
	return sg_str_trim(sg_str_of(text ? text : why->message));
}

const char *sg_json_reason(const json_error_t *why, struct sg_str *near)
{
	static const char before[] = " near '";
	const char *text = find(json_reasons, (int)json_error_code(why));
	struct sg_str theirs = sg_str_of(why->text);
	size_t at = sg_str_find(theirs, sg_str_of(before));

	*near = sg_str_of("");
	if (!text)
		return why->text;
	if (at != SIZE_MAX && sg_str_ends(theirs, SG_STR("'")))
		*near = sg_str_sub(theirs, at + sizeof before - 1, theirs.n - 1);
	return text;
}
