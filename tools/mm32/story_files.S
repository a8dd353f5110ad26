/* The files of tools/story as bytes of the command (story_page.cpp). */
.macro file name, path
	.globl mm32_story_\name, mm32_story_\name\()_end
mm32_story_\name:
	.incbin "\path"
mm32_story_\name\()_end:
.endm

	.section .rodata
	file page, "story.html"
	file style, "story.css"
	file plot_style, "vendor/uPlot.min.css"
	file plot, "vendor/uPlot.iife.min.js"

	.globl mm32_story_script, mm32_story_script_end
mm32_story_script:
	.incbin "model.js"
	.incbin "charts.js"
	.incbin "map.js"
	.incbin "walks.js"
	.incbin "lists.js"
	.incbin "main.js"
mm32_story_script_end:

	.section .note.GNU-stack, "", %progbits
