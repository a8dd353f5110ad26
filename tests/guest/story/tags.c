// Says what could end a script, if nobody took care.
#include <linux/module.h>

static int __init tags_init(void)
{
	pr_info("</script><script>alert(1)</script> @@DATA@@\n");
	return 0;
}

static void __exit tags_exit(void)
{
}

module_init(tags_init);
module_exit(tags_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^</script><script>
